import { expect } from 'chai';

import { extendDeadline } from '../../commands/extend-deadline.js';
import type { Deps } from '../../commands/deps.js';
import { reconcile } from '../../commands/reconcile.js';
import type { Job } from '../../engine/jobs.js';
import type { TaskDocument } from '../../models/tasks.js';
import { refusal } from './acts.js';
import { inTown } from './town.js';
import { job } from './workbench.js';

const DAY = 86_400_000;
const TWO_DAYS_MORE = { extensionLimit: '2d', extensionCap: '2d' };

describe('a moved deadline', () => {
  const here = inTown();

  afterEach(() => here.deps.clock.reset());

  it('is what people see of the open task: in the lists and in the engine, however often the job comes', async () => {
    const { caseNumber, task } = await here.town.inHand();
    const due = task.dueAt!;
    const same = job('extend-deadline');

    for (const again of [same, same]) {
      await extend(here.deps, caseNumber, again);

      expect(await dueOf(task)).to.deep.equal({ row: later(due, 2), engine: later(due, 2) });
    }
    const found = await here.deps.models.cases.find(caseNumber);
    expect(found?.dueAt).to.deep.equal(later(due, 2));
    expect(found?.warnAt).to.deep.equal(later(due, 1.5));
  });

  it('moves nothing when the extension is refused', async () => {
    const { caseNumber, task } = await here.town.inHand();
    const due = task.dueAt!;

    const refused = extend(here.deps, caseNumber, job('extend-deadline'), { extensionLimit: '3d', extensionCap: '2d' });

    expect(await refusal(refused)).to.equal('EXTENSION_REFUSED');
    expect(await dueOf(task)).to.deep.equal({ row: due, engine: due });
    expect((await here.deps.models.cases.find(caseNumber))?.dueAt).to.deep.equal(due);
  });

  it('reaches the task when the job comes again after the engine was away', async () => {
    const { caseNumber, task } = await here.town.inHand();
    const due = task.dueAt!;
    const same = job('extend-deadline');
    const away = { ...here.deps, engine: { ...here.deps.engine, tasks: { ...here.deps.engine.tasks, update: gone } } };

    expect(await refusal(extend(away, caseNumber, same))).to.contain('the engine is away');
    expect(await dueOf(task)).to.deep.equal({ row: due, engine: due });
    await extend(here.deps, caseNumber, same);

    expect(await dueOf(task)).to.deep.equal({ row: later(due, 2), engine: later(due, 2) });
    expect((await here.deps.models.orders.find(`${caseNumber}/1`))?.extensions).to.have.length(1);
  });

  it('leaves a task alone whose time is its own, and one that is over', async () => {
    const { caseNumber, task: signing } = await here.town.atSigning();
    await extend(here.deps, caseNumber, job('extend-deadline'));
    expect(await dueOf(signing)).to.deep.equal({ row: signing.dueAt, engine: signing.dueAt });

    const { caseNumber: other, task } = await here.town.inHand();
    const due = task.dueAt!;
    await here.deps.engine.instances.cancel(task.processInstanceKey);
    await here.deps.models.tasks.reopen(task._id); // as a crash leaves it
    await extend(here.deps, other, job('extend-deadline'));
    expect((await here.deps.engine.tasks.get(task._id)).dueDate).to.satisfy((date: string) => +new Date(date) === +due);
  });

  it('that somebody moved in the engine alone is taken over by the next pass of the reconciler', async () => {
    const { caseNumber, task } = await here.town.inHand();
    const until = later(task.dueAt!, 1);
    await here.deps.engine.tasks.update(task._id, { dueDate: until.toISOString() });
    here.deps.clock.pin(new Date(Date.now() + 2 * 60_000));

    const findings = (await reconcile(here.deps)()).filter((finding) => finding.key === task._id);

    expect(findings).to.deep.equal([{ kind: 'task-row-stale', caseNumber, key: task._id, repaired: true }]);
    expect((await here.deps.models.tasks.find(task._id))?.dueAt).to.deep.equal(until);
  });

  const extend = (given: Deps, caseNumber: string, same: Job, asked = TWO_DAYS_MORE) =>
    extendDeadline(given)({ caseNumber, orderId: `${caseNumber}/1`, ...asked }, same);

  async function dueOf({ _id }: TaskDocument) {
    const [row, task] = await Promise.all([here.deps.models.tasks.find(_id), here.deps.engine.tasks.get(_id)]);

    return { row: row?.dueAt, engine: new Date(task.dueDate!) };
  }
});

const later = (at: Date, days: number) => new Date(at.getTime() + days * DAY);
const gone = () => Promise.reject(new Error('the engine is away'));
