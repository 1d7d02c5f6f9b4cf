import { expect } from 'chai';
import fc from 'fast-check';
import { canonicalJson, hashStep, NO_HASH, verifyChain } from '../../domain/step-chain.js';

interface Step {
  number: number;
  at: Date;
  act: string;
  data: Record<string, unknown>;
  previousHash: string;
  hash: string;
}

const chain = (acts: readonly string[]): Step[] =>
  acts.reduce<Step[]>((steps, act, index) => {
    const previousHash = steps.at(-1)?.hash ?? NO_HASH;
    const step = { number: index + 1, at: new Date(index * 1000), act, data: { b: 1, a: [index] }, previousHash };

    return [...steps, { ...step, hash: hashStep(step) }];
  }, []);

describe('Canonical JSON', () => {
  it('does not depend on the order of fields, nor on what is undefined', () => {
    expect(canonicalJson({ b: 1, a: { d: undefined, c: [new Date(0), undefined] } })).to.equal(
      '{"a":{"c":["1970-01-01T00:00:00.000Z",null]},"b":1}',
    );
    expect(hashStep({ a: 1, b: 2 })).to.equal(hashStep({ b: 2, a: 1, c: undefined }));
  });

  it('tells different contents apart', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        const same = JSON.stringify(JSON.parse(canonicalJson(a))) === JSON.stringify(JSON.parse(canonicalJson(b)));
        expect(canonicalJson(a) === canonicalJson(b)).to.equal(same);
      }),
    );
  });
});

describe('The chain of steps', () => {
  it('is intact as it was written, also empty', () => {
    expect(verifyChain(chain(['登记', '签收', '办结']))).to.deep.equal({ intact: true });
    expect(verifyChain([])).to.deep.equal({ intact: true });
  });

  it('is intact after a round through a database that reorders fields', () => {
    const stored = chain(['登记', '签收']).map(({ hash, ...step }) => ({ hash, ...step }));
    expect(verifyChain(stored)).to.deep.equal({ intact: true });
  });

  it('names the first step that was changed', () => {
    const steps = chain(['登记', '签收', '答复', '办结']);
    steps[2]!.data = { b: 2, a: [2] };
    expect(verifyChain(steps)).to.deep.equal({ intact: false, brokenAt: 3 });
  });

  it('names the step after a change that was hashed anew', () => {
    const steps = chain(['登记', '签收', '答复', '办结']);
    steps[1]!.act = '退单';
    steps[1]!.hash = hashStep(steps[1]!);
    expect(verifyChain(steps)).to.deep.equal({ intact: false, brokenAt: 3 });
  });

  it('names the number of a step that was taken out', () => {
    const steps = chain(['登记', '签收', '答复', '办结']);
    steps.splice(1, 1);
    expect(verifyChain(steps)).to.deep.equal({ intact: false, brokenAt: 2 });
  });
});
