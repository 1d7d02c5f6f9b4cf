import { expect } from 'chai';

import { openPromises, promiseFaults, type AcceptedReply } from '../../domain/promise.js';

const at = (day: number): Date => new Date(Date.UTC(2025, 4, day));
const reply = (unitId: string, day: number, data: AcceptedReply['data']): AcceptedReply => ({
  unitId,
  role: 'lead',
  data,
  at: at(day),
});
const planned = (promisedOn: string) => ({ replyResult: 'planned', promisedOn });

describe('What units promised', () => {
  it('is open when the latest round ends with it, day by day of each unit', () => {
    const replies = [
      reply('road', 5, planned('2025-06-01T00:00:00+08:00')),
      reply('water', 4, { replyResult: 'solved' }),
      reply('park', 4, planned('2025-05-20')),
    ];

    expect(openPromises(replies, [at(1), at(6)]).map(({ unitId, day }) => [unitId, day])).to.deep.equal([
      ['road', '2025-06-01'],
      ['park', '2025-05-20'],
    ]);
  });

  it('is over when a later round was answered after the caller was asked, by the same unit or another', () => {
    const promised = reply('road', 5, planned('2025-05-20'));

    expect(openPromises([promised, reply('road', 20, { replyResult: 'solved' })], [at(6), at(21)])).to.deep.equal([]);
    expect(openPromises([promised, reply('park', 9, { replyResult: 'solved' })], [at(6), at(10)])).to.deep.equal([]);
    expect(openPromises([promised, reply('road', 20, planned('2025-06-03'))], [at(6), at(21)])).to.have.length(1);
  });

  it('is nothing where nobody replied, or no day was said', () => {
    expect(openPromises([], [at(1)])).to.deep.equal([]);
    expect(openPromises([reply('road', 5, { replyResult: 'planned' })], [])).to.deep.equal([]);
    expect(openPromises([reply('road', 5, { ...planned('2025-05-20'), replyResult: 'solved' })], [])).to.deep.equal([]);
  });
});

describe('A promise in a reply', () => {
  const today = '2025-05-05';

  it('names a day that is today or later', () => {
    expect(promiseFaults(planned('2025-05-05'), today)).to.deep.equal([]);
    expect(promiseFaults(planned('2025-05-04'), today)).to.deep.equal(['计划完成日期 2025-05-04 早于今天 2025-05-05']);
    expect(promiseFaults({ replyResult: 'planned' }, today)).to.have.length(1);
  });

  it('of a single item makes the whole a promise with a day', () => {
    const items = [{ result: 'solved' }, { result: 'planned' }];

    expect(promiseFaults({ replyResult: 'partly', itemReplies: items }, today)).to.have.length(1);
    expect(promiseFaults({ ...planned('2025-06-01'), itemReplies: items }, today)).to.deep.equal([]);
    expect(promiseFaults({ replyResult: 'partly', itemReplies: [{ result: 'explained' }] }, today)).to.deep.equal([]);
  });
});
