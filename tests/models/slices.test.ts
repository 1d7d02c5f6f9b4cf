import { expect } from 'chai';

import { slicesOf, type Reach } from '../../models/slices.js';

const DAY = 86_400_000;
const now = new Date('2026-03-01T00:00:00Z');
const days = (n: number): Date => new Date(now.getTime() + n * DAY);
/** One row a day for years, a thousand days without any, and rows without a time. */
const rows = [
  ...Array.from({ length: 2_000 }, (_, n) => days(-1_500 + n)),
  ...Array.from({ length: 500 }, (_, n) => days(-3_000 + n)),
  null,
  null,
];

describe('a list read in slices', () => {
  for (const direction of [1, -1] as const) {
    it(`holds every row once, in order, ${direction === 1 ? 'upwards' : 'downwards'}`, () => {
      const { read } = readAll(direction, { near: now }, Infinity);

      expect(read).to.have.length(rows.length);
      expect(read).to.deep.equal(inOrder(direction));
    });

    it(`keeps within its first and last day, ${direction === 1 ? 'upwards' : 'downwards'}`, () => {
      const { read } = readAll(direction, { near: now, from: days(-100), until: days(-10) }, Infinity);

      expect(read).to.have.length(90);
      expect(read.every((row) => row !== null && row >= days(-100) && row < days(-10))).to.equal(true);
    });
  }

  it('ends soon after what is wanted, however long the list is', () => {
    const { read, slices } = readAll(-1, { near: now }, 600);

    expect(read.length).to.be.within(600, 1_200);
    expect(slices).to.be.at.most(8);
  });

  it('comes soon to the first of a list that thickens, and holds all of it in order', () => {
    const { read } = readAll(1, { near: days(500), thickens: true }, 100);

    expect(read.length).to.be.within(100, 800);
    expect(read).to.deep.equal(inOrder(1).slice(0, read.length));
    expect(readAll(1, { near: days(100), thickens: true }, Infinity).read).to.deep.equal(inOrder(1));
  });

  it('reads nothing when the last day is before the first', () => {
    expect(readAll(-1, { near: now, from: days(10), until: days(5) }, 10).slices).to.equal(0);
  });
});

/** What has no time stands last. */
const inOrder = (direction: 1 | -1): (Date | null)[] => {
  const times = rows.filter((row) => row !== null).sort((one, other) => direction * (one.getTime() - other.getTime()));

  return [...times, null, null];
};

function readAll(direction: 1 | -1, reach: Reach, wanted: number): { read: (Date | null)[]; slices: number } {
  const read: (Date | null)[] = [];
  let slices = 0;
  for (const { at } of slicesOf({ field: 'at', direction }, reach, () => ({ found: read.length, wanted }))) {
    slices += 1;
    read.push(
      ...rows
        .filter((row) =>
          at === null || at === undefined || row === null
            ? at === row
            : row >= (at.$gte ?? days(-1e6)) && row < (at.$lt ?? days(1e6)),
        )
        .sort((one, other) => direction * ((one?.getTime() ?? 0) - (other?.getTime() ?? 0))),
    );
    if (read.length >= wanted) break;
  }

  return { read, slices };
}
