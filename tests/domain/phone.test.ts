import { expect } from 'chai';
import { isShortCode, maskPhone, normalisePhone, PhoneInvalidError } from '../../domain/phone.js';
import { maskName } from '../../domain/privacy.js';

describe('A phone number', () => {
  it('has one spelling however it was typed', () => {
    for (const typed of ['13843600000', '138 4360 0000', '+86 138-4360-0000', '１３８４３６０００００'])
      expect(normalisePhone(typed), typed).to.equal('+8613843600000');
    expect(normalisePhone('0436-3650000')).to.equal('+864363650000');
    expect(normalisePhone('(0436) 3650000')).to.equal('+864363650000');
    expect(normalisePhone('+1 212 555 2368')).to.equal('+12125552368');
  });

  it('takes a local number with the area code of the locality', () => {
    expect(normalisePhone('3650000', '0436')).to.equal('+864363650000');
    expect(() => normalisePhone('3650000')).to.throw(PhoneInvalidError);
  });

  it('keeps service numbers as they are', () => {
    for (const code of [
      '110',
      '119',
      '120',
      '122',
      '12345',
      '12315',
      '12349',
      '12336',
      '12312',
      '95598',
      '10086',
      '96123',
    ])
      expect(normalisePhone(code), code).to.equal(code);
    expect(isShortCode('12345')).to.equal(true);
    expect(isShortCode('13843600000')).to.equal(false);
  });

  it('is refused when it is none, without repeating what was typed', () => {
    for (const typed of [
      '',
      '1',
      '111',
      '12',
      '1384360000',
      '138436000001',
      '电话',
      '<b>',
      '0436-36500',
      '+86',
      '9'.repeat(40),
    ])
      expect(() => normalisePhone(typed), typed)
        .to.throw(PhoneInvalidError, /^电话号码无效/)
        .with.property('code', 'PHONE_INVALID');
  });

  it('shows only its ends when masked', () => {
    expect(maskPhone('+8613843601234')).to.equal('138****1234');
    expect(maskPhone('12345')).to.equal('12345');
    expect(maskPhone('+864363650000')).to.equal('436****0000');
  });
});

describe('A name', () => {
  it('shows its first character when masked', () => {
    expect(['张三', '欧阳小明', '𠮷野家', ' 李 ', ''].map(maskName)).to.deep.equal(['张*', '欧***', '𠮷**', '*', '']);
  });
});
