import { countBoard } from '../board/count-board.js';
import { watchedLocality } from '../board/watched-locality.js';
import type { Board } from '../contract/board.js';
import type { ApiDeps } from '../deps.js';
import { isKeptFrom, mayReadCase } from '../policies/case-policy.js';
import type { Person } from '../policies/person.js';
import type { Handlers } from '../routing.js';
import { createIdentify } from '../session/identify.js';
import type { Tokens } from '../session/tokens.js';
import type { Locality } from '../../procedures/locality.js';
import { openSessionStream } from './session-stream.js';

type Names = 'readBoard' | 'followBoard';

/** The supervisors' board, asked for and followed. */
export const boardRoutes = (deps: ApiDeps, tokens: Tokens): Handlers<Names> => {
  const { models, localities, liveBoard, clock, beatMs } = deps;
  const identify = createIdentify({ users: models.users, localities, tokens });

  const boardOf = (locality: Locality, person: Person): Board =>
    countBoard({
      rows: liveBoard.rows,
      locality,
      now: clock.now(),
      live: liveBoard.mode,
      maySee: (row) => mayReadCase(person, row),
      mayReadTitle: (row) => !isKeptFrom(person, row),
    });

  return {
    readBoard: async ({ query, person }) => {
      const locality = watchedLocality(person, query.locality, localities);
      await liveBoard.ready();

      return boardOf(locality, person);
    },
    followBoard: async ({ query, ...asked }) => {
      const { person } = asked;
      const locality = watchedLocality(person, query.locality, localities);
      await liveBoard.ready();
      let told = '';
      const tellBoard = (): void => {
        const board = boardOf(locality, person);
        // The moment alone is no news.
        const news = JSON.stringify({ ...board, at: '' });
        if (news !== told) stream.send('board', board);
        told = news;
      };
      // Time alone makes things late.
      const stream = openSessionStream(asked, { identify, beatMs }, tellBoard);
      tellBoard();
      const stop = liveBoard.listen((where, kinds) => {
        if (where !== locality.id) return;
        tellBoard();
        if (kinds.length > 0) stream.send('changed', { kinds });
      });
      stream.onClose(stop);
    },
  };
};
