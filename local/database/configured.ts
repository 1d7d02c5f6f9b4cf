import { StartFault } from '../start-fault.js';
import { sayHello } from './hello.js';
import type { Way } from './way.js';

/** The database somebody else runs, named by MONGODB_URI. If it does not answer, no other one is taken in its place. */
export const configured: Way = {
  name: 'MONGODB_URI',
  format: undefined,
  find: async ({ env, say }) => {
    const uri = env.MONGODB_URI?.trim();
    if (!uri) return { reason: 'it is not set' };

    const { version, changeStreams } = await sayHello(uri, 5000).catch((error: unknown) => {
      throw new StartFault(
        `The database named by MONGODB_URI (${withoutPassword(uri)}) does not answer (${(error as Error).message}): start it, correct the address, or unset MONGODB_URI to have a database started here.`,
        { cause: error },
      );
    });
    if (!changeStreams)
      say(
        'warning: the database is no replica set, so pages cannot show changes as they happen; restart it with --replSet',
      );
    return { what: `MongoDB ${version} at ${withoutPassword(uri)}`, uri };
  },
};

export const withoutPassword = (uri: string): string => uri.replace(/\/\/[^/]*@/, '//…@');
