import type { ApiDeps } from '../deps.js';
import { mayReadTask } from '../policies/task-policy.js';
import type { Handlers } from '../routing.js';
import { createIdentify } from '../session/identify.js';
import type { Tokens } from '../session/tokens.js';
import { openSessionStream } from './session-stream.js';

/** Tells a page that tasks which its person may see have changed; what they are now it asks for. */
export const taskEventRoutes = (deps: ApiDeps, tokens: Tokens): Handlers<'followTasks'> => {
  const { models, localities, liveBoard, beatMs } = deps;
  const identify = createIdentify({ users: models.users, localities, tokens });

  return {
    followTasks: async (asked) => {
      await liveBoard.ready();
      const stream = openSessionStream(asked, { identify, beatMs });
      const stop = liveBoard.listenToTasks((tasks) => {
        if (tasks?.some((task) => mayReadTask(asked.person, task)) ?? true) stream.send('changed', {});
      });
      stream.onClose(stop);
    },
  };
};
