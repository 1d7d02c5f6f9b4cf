import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect } from 'chai';

import { checkForm } from '../../commands/check-form.js';
import type { FormSchema } from '../../forms/schema.js';
import { places } from './workbench.js';

const schema = (form: string) =>
  JSON.parse(readFileSync(join(places, 'testtown', `${form}.form`), 'utf8')) as FormSchema;
const KINDS = [{ label: '求助', value: 'help' }];
const check = (form: string, data: Record<string, unknown>) =>
  checkForm(schema(form), data, {
    context: {},
    listOf: (name) => (name === 'kinds' ? KINDS : [{ label: '供热', value: 'heat' }]),
  });

describe('a form that is handed in', () => {
  it('gives decisions to the procedure and keeps free text back', () => {
    const { errors, data, variables } = check('intake', { kind: 'help', category: 'heat', note: '王小明说很急' });

    expect(errors).to.deep.equal([]);
    expect(data).to.deep.equal({ kind: 'help', category: 'heat', note: '王小明说很急' });
    expect(variables).to.deep.equal({ kind: 'help', category: 'heat' });
  });

  it('is refused with all faults at once, by label, found and allowed, without repeating free text', () => {
    const { errors } = check('intake', { kind: 'robbery', note: '密'.repeat(201), colour: 'red' });

    expect(errors.map(({ field }) => field)).to.deep.equal([
      '/data/colour',
      '/data/kind',
      '/data/category',
      '/data/note',
    ]);
    expect(errors[1]).to.deep.include({ found: '"robbery"', allowed: ['help'] });
    expect(errors[1]?.reason).to.contain('诉求类型');
    expect(JSON.stringify(errors)).not.to.contain('密密');
  });

  it('asks for a field only while the form shows it, and drops one that it hides', () => {
    expect(check('sign', { signAct: 'accept' }).errors).to.deep.equal([]);
    expect(check('sign', { signAct: 'return' }).errors.map(({ field }) => field)).to.deep.equal(['/data/returnBasis']);
    expect(check('sign', { signAct: 'accept', returnBasis: '不归我们' }).data).to.deep.equal({ signAct: 'accept' });
  });

  it('takes a number only as the form wants it', () => {
    const answer = { reached: 'no' };

    expect(check('callback', { ...answer, speed: 5 }).variables).to.include({ speed: 5 });
    for (const speed of [0, 6, 2.5, '5', NaN]) expect(check('callback', { ...answer, speed }).errors).to.have.length(1);
  });
});
