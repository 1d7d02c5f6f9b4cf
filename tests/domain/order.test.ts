import { expect } from 'chai';
import {
  assertExtendable,
  assertReturnable,
  ExtensionRefusedError,
  mayBecome,
  OPEN_ORDER_STATES,
  orderIdOf,
  orderStatesBefore,
  ReturnRefusedError,
  type Returnable,
} from '../../domain/order.js';

const now = new Date('2026-03-04T10:00:00+08:00');
const hours = (n: number) => new Date(now.getTime() + n * 3_600_000);

describe('An order', () => {
  it('has an id within its case', () => {
    expect(orderIdOf('BC-20191221-0001', 2)).to.equal('BC-20191221-0001/2');
    expect(() => orderIdOf('BC-20191221-0001', 0)).to.throw(RangeError, '0');
  });

  it('goes from issued to accepted, and back to the unit when its reply is refused', () => {
    expect(
      mayBecome('issued', 'signed') && mayBecome('signed', 'replied') && mayBecome('replied', 'accepted'),
    ).to.equal(true);
    expect(mayBecome('replied', 'signed')).to.equal(true);
    expect(mayBecome('issued', 'accepted')).to.equal(false);
  });

  it('is open until it is accepted, returned or withdrawn', () => {
    expect(OPEN_ORDER_STATES).to.deep.equal(['issued', 'signed', 'replied']);
    expect(orderStatesBefore('returned')).to.deep.equal(['issued', 'signed']);
  });
});

describe('Sending an order back (退单)', () => {
  const order: Returnable = { orderId: 'X/1', state: 'issued', signBy: hours(1) };
  const refusal = (change: Partial<Returnable>) => () =>
    assertReturnable({ ...order, ...change }, now, 'Asia/Shanghai');

  it('is let pass once and in time', () => {
    expect(refusal({})).not.to.throw();
    expect(refusal({ state: 'signed', signBy: hours(-1) })).not.to.throw();
  });

  it('is refused when late, a second time, after designation, or when the order is done', () => {
    expect(refusal({ signBy: hours(-1) })).to.throw(ReturnRefusedError, '签收期限');
    expect(refusal({ returns: [{}] })).to.throw(ReturnRefusedError, '退回过');
    expect(refusal({ designated: true })).to.throw(ReturnRefusedError, '指定');
    expect(refusal({ state: 'accepted' }))
      .to.throw(ReturnRefusedError)
      .with.property('code', 'RETURN_REFUSED');
  });
});

describe('The time for sending an order back (退单时限)', () => {
  const at =
    (returnBy: Date, change: Partial<Returnable> = {}) =>
    () =>
      assertReturnable({ orderId: 'X/1', state: 'signed', returnBy, ...change }, now, 'Asia/Shanghai');

  it('ends with its last moment, whether the order is signed or not', () => {
    expect(at(now)).not.to.throw();
    expect(at(hours(1), { state: 'issued', signBy: hours(-1) })).not.to.throw();
    expect(at(new Date(now.getTime() - 1))).to.throw(ReturnRefusedError);
  });

  it('is told with the refusal, in the time of the place', () => {
    const late = at(new Date('2019-03-01T16:30:00Z'));

    expect(late)
      .to.throw(ReturnRefusedError, '2019-03-02 00:30')
      .with.property('variables')
      .that.deep.equals({ returnRefusal: '退单须在 2019-03-02 00:30 前提出，已过时限' });
  });
});

describe('Extending a deadline (延期)', () => {
  const asked = (dueAt: Date, until: Date, cap: Date) => () =>
    assertExtendable({ orderId: 'X/1', dueAt }, now, until, cap);

  it('is let pass before the deadline and within the cap', () => {
    expect(asked(hours(1), hours(24), hours(24))).not.to.throw();
  });

  it('is refused after the deadline, over the cap, or when it extends nothing', () => {
    expect(asked(hours(-1), hours(24), hours(48))).to.throw(ExtensionRefusedError, '超过办理期限');
    expect(asked(hours(1), hours(25), hours(24))).to.throw(ExtensionRefusedError, '上限');
    expect(asked(hours(2), hours(2), hours(24)))
      .to.throw(ExtensionRefusedError, '不晚于')
      .with.property('code', 'EXTENSION_REFUSED');
  });
});
