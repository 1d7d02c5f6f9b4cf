import { expect } from 'chai';
import { callbackVerdict, type CallbackResult } from '../../domain/callback.js';

const rules = { attempts: 3, rounds: 2 };
const verdict = (result: CallbackResult, attempt = 1, round = 1) => callbackVerdict(result, { attempt, round }, rules);

describe('A callback (回访)', () => {
  it('closes a case that is solved to satisfaction', () => {
    expect(verdict({ reached: true, solved: true, satisfied: true })).to.equal('close');
    expect(verdict({ reached: true, solved: true })).to.equal('close');
  });

  it('sends an unsolved or unsatisfying case round again', () => {
    expect(verdict({ reached: true, solved: false, satisfied: true })).to.equal('again');
    expect(verdict({ reached: true, solved: true, satisfied: false })).to.equal('again');
    expect(verdict({ reached: true })).to.equal('again');
  });

  it('escalates when the rounds are used up', () => {
    expect(verdict({ reached: true, solved: false }, 1, 2)).to.equal('escalate');
  });

  it('is tried again until the attempts are used up', () => {
    expect([1, 2, 3].map((attempt) => verdict({ reached: false }, attempt))).to.deep.equal([
      'retry',
      'retry',
      'unreachable',
    ]);
  });
});
