import { expect } from 'chai';
import { Type } from 'typebox';

import { inputCheck } from '../../engine/check-input.js';

const check = inputCheck(
  Type.Object({
    caseNumber: Type.String({ minLength: 1 }),
    round: Type.Optional(Type.Integer({ minimum: 1 })),
    urgency: Type.Optional(Type.Union([Type.Literal('normal'), Type.Literal('urgent')])),
    dueAt: Type.Optional(Type.String({ format: 'date-time' })),
    limits: Type.Optional(Type.Object({ solve: Type.String() })),
    items: Type.Optional(Type.Array(Type.Object({ unitId: Type.String() }))),
  }),
);
const faults = (variables: Record<string, unknown>) => {
  const checked = check({ caseNumber: 'BC-20191221-0001', ...variables });

  return checked.ok ? [] : checked.faults;
};

describe("the check of a job's input", () => {
  it('lets through what the handler asked for, and nothing else', () => {
    const checked = check({ caseNumber: 'BC-20191221-0001', round: 2, city: '白城' });

    expect(checked).to.deep.equal({ ok: true, input: { caseNumber: 'BC-20191221-0001', round: 2 } });
  });

  it('takes a null for an absent optional variable', () => {
    expect(check({ caseNumber: 'BC-20191221-0001', round: null })).to.deep.equal({
      ok: true,
      input: { caseNumber: 'BC-20191221-0001' },
    });
  });

  it('lets every variable through to a handler whose schema is open', () => {
    const open = inputCheck(Type.Object({ caseNumber: Type.String() }, { additionalProperties: true }));

    expect(open({ caseNumber: 'BC-20191221-0001', round: 2 })).to.deep.equal({
      ok: true,
      input: { caseNumber: 'BC-20191221-0001', round: 2 },
    });
  });

  it('names a variable that is missing', () => {
    expect(check({})).to.deep.equal({ ok: false, faults: ['缺少变量「caseNumber」'] });
  });

  it('names a null where a value is needed', () => {
    expect(faults({ caseNumber: null })).to.deep.equal(['变量「caseNumber」应为文本,实际为空 null']);
  });

  it('coerces nothing: a number in quotes is a text', () => {
    expect(faults({ round: '2' })).to.deep.equal(['变量「round」应为整数,实际为文本 "2"']);
  });

  it('lists what is allowed where there is a choice, once', () => {
    expect(faults({ urgency: 'soon' })).to.deep.equal(['变量「urgency」应为以下之一:normal、urgent,实际为文本 "soon"']);
  });

  it('says in Chinese what other rules a value breaks', () => {
    expect(faults({ round: 0 })).to.deep.equal(['变量「round」应当为 >= 1,实际为数字 0']);
    expect(faults({ dueAt: 'tomorrow' })[0])
      .to.contain('变量「dueAt」')
      .and.contain('date-time');
  });

  it('points into lists and groups', () => {
    expect(faults({ limits: {}, items: [{ unitId: 7 }] })).to.deep.equal([
      '缺少变量「limits.solve」',
      '变量「items.0.unitId」应为文本,实际为数字 7',
    ]);
  });

  it('quotes no more than the beginning of a long value', () => {
    expect(faults({ round: 'x'.repeat(500) })[0]!.length).to.be.lessThan(150);
  });
});
