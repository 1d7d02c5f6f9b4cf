import { expect } from 'chai';

import { HIDDEN, hideCaller } from '../../domain/hide-caller.js';

const hide = hideCaller({
  names: ['王秀英', '王**'],
  phones: ['+8613812345678', '138****5678', '+8604363650000'],
  others: ['幸福南大街41号楼3单元402室'],
});

describe('taking out who complained', () => {
  it('takes out the name, the masked name, and the surname with a title', () => {
    expect(hide('王秀英反映，王女士说，王** 来电')).to.equal(`${HIDDEN}反映，${HIDDEN}说，${HIDDEN} 来电`);
  });

  it('takes out the phone however it is written, the masked one, and any other mobile number', () => {
    for (const phone of [
      '13812345678',
      '138 1234 5678',
      '138-1234-5678',
      '+86 13812345678',
      '138****5678',
      '0436-3650000',
      '13999998888',
    ])
      expect(hide(`请打${phone}。`), phone).to.not.match(/\d{4}/);
  });

  it('takes out the address, at any depth of a value, and keeps the rest', () => {
    const told = { list: [{ text: '住幸福南大街41号楼3单元402室' }], at: new Date(0), count: 3, none: null };
    expect(hide(told)).to.deep.equal({ list: [{ text: `住${HIDDEN}` }], at: new Date(0), count: 3, none: null });
  });

  it('leaves other names, times and numbers as they are', () => {
    const text = '国王大道 2019-12-21 09:00 的井盖，编号 20191221，文书 2251799813685518/work-order，金额 3650 元';
    expect(hide(text)).to.equal(text);
  });

  it('means a name as it is written, not as a pattern', () => {
    expect(hideCaller({ names: ['a.b'], phones: [], others: [] })('axb a.b')).to.equal(`axb ${HIDDEN}`);
    const address = '南街3-2-201/后门(左) [内] {a} a|b ^$';
    expect(hideCaller({ names: [], phones: [], others: [address] })(`住${address}。`)).to.equal(`住${HIDDEN}。`);
  });
});
