import { expect } from 'chai';

import type { CaseDocument, CaseFilter, CaseScope, CaseSort } from '../../models/case-document.js';
import type { Models } from '../../models/open-models.js';
import type { TaskDocument, TaskFilter } from '../../models/tasks.js';
import { openThousands, unit } from './thousands.js';

describe('searches in lists of thousands', () => {
  let models: Models;
  before(async function () {
    this.timeout(120_000);
    models = await openThousands();
  });
  after(() => models.close());

  const all: CaseScope = { locality: 'testtown' };
  const closed: CaseScope = { locality: 'testtown', unitIds: [unit(3)], confidential: true };
  const below: CaseScope = { locality: 'testtown', unitIds: [unit(3), unit(4)], confidential: false };
  const open: TaskFilter = { scopes: [{ locality: 'testtown', confidential: false }], state: 'created' };

  /** What stands in a title, at its ends, in few of them, in none, apart in one, in case and in number. */
  const texts = ['路灯', '水', '漏水，', '灯不亮，b40号', '楼', '没有的词', '供热路灯', '.*'];

  it('finds by words just what a look at every title finds, in every order, on every page', async () => {
    const rows = await models.connection.collection<CaseDocument>('cases').find().toArray();
    for (const text of texts)
      for (const scopes of [[all], [below, closed]])
        for (const sort of ['registeredAt', '-registeredAt', 'dueAt', '-dueAt'] as const) {
          const filter = { scopes, text };
          const asked = rows.filter(({ title }) => title.toLowerCase().includes(text.toLowerCase()));
          const seen = scopes[0] === all ? asked : asked.filter((row) => isSeen(row));
          const expected = inOrder(seen, sort).slice(0, 20);
          const pages = [1, 2].map((page) => models.cases.list(filter, sort, { page, limit: 10 }));
          const found = (await Promise.all(pages)).flatMap(({ items }) => items);

          expect(
            found.map(({ _id }) => _id),
            `${text} ${sort}`,
          ).to.deep.equal(expected.map(({ _id }) => _id));
        }
  });

  it('finds tasks by words of the title and by parts of the number, at a stage, by name and by lamp', async () => {
    const rows = await models.connection.collection<TaskDocument>('tasks').find().toArray();
    const found = async (filter: TaskFilter) =>
      (await models.tasks.list({ ...open, ...filter }, 'dueAt', { page: 1, limit: 100 })).items.map(({ _id }) => _id);
    const expected = (holds: (row: TaskDocument) => boolean) =>
      rows
        .filter(holds)
        .slice(0, 100)
        .map(({ _id }) => _id);
    for (const text of [...texts, 'tt-l-39', '-77'])
      expect(await found({ text }), text).to.deep.equal(
        expected(({ caseNumber = '', caseTitle = '' }) =>
          [caseNumber, caseTitle].some((told) => told.toLowerCase().includes(text.toLowerCase())),
        ),
      );
    expect(await found({ stages: ['replied'] })).to.deep.equal(expected(({ stage }) => stage === 'replied'));
    expect(await found({ stages: ['replied'], text: '漏水', lamps: ['green'] })).to.deep.equal(
      expected((row) => row.stage === 'replied' && row.lamp === 'green' && row.caseTitle?.includes('漏水') === true),
    );
    expect(await found({ names: ['电话催办'], lamps: ['red'] })).to.deep.equal(
      expected(({ name, lamp }) => name === '电话催办' && lamp === 'red'),
    );
    expect(await found({ stages: ['callback'] })).to.deep.equal([]);
  });

  it('finds what is rare in every order, alone and together with what is not', async () => {
    for (const sort of ['registeredAt', '-registeredAt', 'dueAt', '-dueAt'] as const) {
      const list = async (filter: CaseFilter) =>
        (await models.cases.list({ scopes: [all], ...filter }, sort, { page: 1, limit: 9 })).items.map(
          ({ _id }) => _id,
        );
      const rare = [0, 1_000, 2_000, 3_000].map((n) => `TT-L-${n}`);

      expect(await list({ kinds: ['complaint'] }))
        .to.have.members(rare)
        .and.have.length(rare.length);
      expect(await list({ kinds: ['complaint'], text: '路灯', categories: ['heating'] })).to.have.members(
        rare.slice(1),
      );
      expect(await list({ kinds: ['complaint'], stages: ['handling'] })).to.deep.equal([]);
      expect(await list({ stages: ['handling'], text: 'B1003' })).to.deep.equal(['TT-L-1003']);
    }
  });

  const isSeen = ({ parties, confidential }: CaseDocument): boolean =>
    parties.includes(unit(3)) || (parties.includes(unit(4)) && !confidential);
  const inOrder = (rows: readonly CaseDocument[], sort: CaseSort): CaseDocument[] => {
    const [field, direction] = [sort.replace('-', '') as 'dueAt', sort.startsWith('-') ? -1 : 1];

    return [...rows].sort((one, other) => direction * ((one[field]?.getTime() ?? 0) - (other[field]?.getTime() ?? 0)));
  };
});
