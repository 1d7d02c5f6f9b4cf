import { expect } from 'chai';
import { Type } from 'typebox';

import { JobDesk } from '../../engine/job-desk.js';
import { noCounts } from '../../engine/job-metrics.js';
import type { ActivatedJob, Jobs, Receipt } from '../../engine/jobs.js';
import { Poller } from '../../engine/poller.js';
import { Pool } from '../../engine/pool.js';
import { jobRunner } from '../../engine/run-job.js';
import { worker } from '../../engine/worker.js';
import { until } from './until.js';
import { silent } from './workbench.js';

const job: ActivatedJob = {
  key: '2251799813685249',
  type: 'work',
  caseNumber: undefined,
  processInstanceKey: '2251799813685250',
  processDefinitionId: 'one-job',
  processDefinitionKey: '2251799813685251',
  processDefinitionVersion: 1,
  elementId: 'work',
  elementInstanceKey: '2251799813685252',
  headers: {},
  retries: 3,
  deadline: new Date(0),
  userTask: undefined,
  variables: {},
};

/** An engine whose polls are answered when the test says so; a real one cannot be made to hang like this. */
function heldEngine() {
  const polls: ((jobs: ActivatedJob[]) => void)[] = [];
  const answers: string[] = [];
  const answer = (kind: Receipt['answer']) => (
    answers.push(kind),
    Promise.resolve({ answer: kind, accepted: 'accepted' } as Receipt)
  );
  const jobs: Jobs = {
    activate: () => new Promise((resolve) => polls.push(resolve)),
    complete: () => answer('completed'),
    fail: () => answer('failed'),
    throwError: () => answer('error'),
  };

  return { jobs, polls, answers };
}

describe('the poller of a job type', () => {
  const parts = (longPollMs: number) => {
    const { jobs, polls, answers } = heldEngine();
    const counts = noCounts('work');
    const definition = worker('work', Type.Object({}), () => Promise.resolve({}));
    const run = jobRunner(definition, jobs, { baseMs: 1, capMs: 1 }, silent);
    const desk = new JobDesk({ jobs, run, pool: new Pool(1), counts, log: silent, places: 4, lockMs: 10_000 });
    const activation = {
      type: 'work',
      worker: 'test',
      timeoutMs: 10_000,
      longPollMs,
      fetchVariables: ['caseNumber'],
    };

    return {
      polls,
      answers,
      counts,
      desk,
      poller: new Poller({ jobs, desk, counts, log: silent, activation, startJitterMs: 0 }),
    };
  };

  it('polls anew when a poll has no end, and still takes the jobs that one brings too late', async () => {
    const { polls, answers, counts, desk, poller } = parts(50);
    poller.start();
    await until('the watchdog', () => (polls.length >= 2 ? true : undefined));
    expect(counts.pollerRestarts).to.be.at.least(1);
    expect(poller.polled).to.equal(false);

    polls[0]!([job]);
    await until('the late job done', () => answers[0]);

    expect(answers).to.deep.equal(['completed']);
    const stopped = poller.stop();
    polls.forEach((resolve) => resolve([]));
    await stopped;
    await desk.close();
  });

  it('has one poll under way while the engine holds it open in good time', async () => {
    const { polls, counts, poller } = parts(30_000);
    poller.start();
    await until('the first poll', () => polls[0]);

    polls[0]!([]);
    await until('the second poll', () => polls[1]);

    expect(polls).to.have.length(2);
    expect(counts.pollerRestarts).to.equal(0);
    expect(poller.polled).to.equal(true);
    const stopped = poller.stop();
    polls[1]!([]);
    await stopped;
  });
});
