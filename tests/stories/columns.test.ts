import { expect } from 'chai';

import { columnsOf, folded, padded } from '../../stories/columns.js';

describe('Columns of a terminal', () => {
  it('are two for a Chinese sign and one for a Latin one', () => {
    expect(columnsOf('白督交〔2019〕1号')).to.equal(17);
    expect(padded('签收', 8) + '|').to.equal('签收    |');
    expect(padded('签收人', 4) + '|').to.equal('签收人|');
  });

  it('fold a text between words, and no line begins with a closing sign', () => {
    const lines = folded('查明表后暗管渗漏，已更换；按规定核减漏损水量并退费。', 20);

    expect(lines.join('')).to.equal('查明表后暗管渗漏，已更换；按规定核减漏损水量并退费。');
    expect(lines.every((line) => columnsOf(line) <= 22 && !/^[，。；]/.test(line))).to.equal(true);
  });

  it('keep a number whole and an empty text as one empty line', () => {
    expect(folded('单号 FJ20210324 已办结', 12)).to.deep.equal(['单号', 'FJ20210324', '已办结']);
    expect(folded('', 12)).to.deep.equal(['']);
  });
});
