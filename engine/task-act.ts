import { setTimeout as wait } from 'node:timers/promises';

import { backOff } from './back-off.js';
import type { Call } from './call.js';
import {
  EngineNotFoundError,
  EngineRefusedError,
  ListenerSlowError,
  TaskNotFoundError,
  TaskNotOpenError,
  TaskTakenError,
} from './errors.js';
import type { UserTask } from './user-tasks.js';

interface Act {
  operation: string;
  send: () => Promise<unknown>;
  /** Whether the task looks as it does after the act. */
  cameThrough: (task: UserTask) => boolean;
}

interface Means {
  call: Call;
  get: (key: string) => Promise<UserTask>;
  patienceMs: number;
}

/**
 * Does an act on a user task and finds out what became of it when the engine did not say.
 *
 * An answer may be lost, or come as 504 because a listener was slow, and the act be done all the same: the task's state tells.
 * The engine forgets a task once it is closed and answers 404: the task's state tells a closed one from one that never was.
 */
export function taskAct(means: Means): (key: string, act: Act) => Promise<void> {
  return async (key, act) => {
    let sent = 0;
    const send = () => {
      sent += 1;

      return act.send();
    };
    try {
      await means.call(act.operation, send);
    } catch (error) {
      if (error instanceof ListenerSlowError) await settle(means, key, act, error);
      else if (isRefusal(error)) await judge(means, key, { act, lostAnswer: sent > 1, error });
      else throw error;
    }
  };
}

interface Refusal {
  act: Act;
  lostAnswer: boolean;
  error: unknown;
}

/** People see a task as soon as its listener has told of it, a moment before the engine has it open: then it is asked again. */
async function judge(means: Means, key: string, refusal: Refusal): Promise<void> {
  if ((await look(means, key))?.state !== 'CREATING') return explain(means, key, refusal);
  await rest(means, key);
  try {
    await means.call(refusal.act.operation, refusal.act.send);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    await explain(means, key, { ...refusal, error });
  }
}

function isRefusal(error: unknown): boolean {
  return error instanceof EngineNotFoundError || (error instanceof EngineRefusedError && error.fault === 'conflict');
}

/** Waits until the transition ends, and sends the act once more when the task rests unchanged. */
async function settle(means: Means, key: string, act: Act, slow: ListenerSlowError): Promise<void> {
  const task = await rest(means, key);
  if (task && act.cameThrough(task)) return;
  if (!task || inTransition(task)) throw slow;
  try {
    await means.call(act.operation, act.send);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const now = await look(means, key);
    if (!now || !act.cameThrough(now)) throw slow;
  }
}

async function rest(means: Means, key: string): Promise<UserTask | undefined> {
  const until = performance.now() + means.patienceMs;
  for (let looks = 0; ; looks += 1) {
    const task = await look(means, key);
    if (!task || !inTransition(task) || performance.now() > until) return task;
    await wait(backOff(looks, { baseMs: 100, capMs: 1_000 }));
  }
}

async function explain(means: Means, key: string, { act, lostAnswer, error }: Refusal): Promise<void> {
  const task = await look(means, key);
  if (!task) throw new TaskNotFoundError(`user task ${key} does not exist`, { cause: error });
  if (lostAnswer && act.cameThrough(task)) return;
  const free = task.state === 'CREATED' || task.state === 'ASSIGNING';
  if (free && act.operation === 'assignUserTask' && task.assignee !== undefined) {
    throw new TaskTakenError(`user task ${key} is held by somebody else`, { cause: error });
  }
  throw new TaskNotOpenError(`user task ${key} is ${task.state}`, { cause: error });
}

async function look({ get }: Means, key: string): Promise<UserTask | undefined> {
  try {
    return await get(key);
  } catch (error) {
    if (error instanceof EngineNotFoundError) return undefined;
    throw error;
  }
}

function inTransition({ state }: UserTask): boolean {
  return state.endsWith('ING');
}
