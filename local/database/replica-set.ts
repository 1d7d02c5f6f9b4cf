import type mongoose from 'mongoose';
import { withDatabase } from './hello.js';

const setName = 'huiyin';
const notYetInitialized = 94;

/** A server's admin database, or what stands for it in a test. */
export type Admin = Pick<mongoose.mongo.Db, 'command'>;

/**
 * Makes the server at this port the one node of a replica set, once; when its data was used on another port before,
 * the set is told the new one. Resolves true as soon as it takes writes.
 */
export const ensureReplicaSet = (uri: string, port: number): Promise<boolean> =>
  withDatabase(uri, 500, (admin) => makeOneNode(admin, port)).catch(() => false);

export const makeOneNode = async (admin: Admin, port: number): Promise<boolean> => {
  const hello = await admin.command({ hello: 1 });
  if (hello.isWritablePrimary === true && typeof hello.setName === 'string') return true;

  const host = `127.0.0.1:${port}`;
  const config = await presentConfig(admin);
  if (!config) await admin.command({ replSetInitiate: { _id: setName, members: [{ _id: 0, host }] } });
  else if (config.members[0]?.host !== host)
    await admin.command({
      replSetReconfig: { ...config, version: config.version + 1, members: [{ ...config.members[0], host }] },
      force: true,
    });
  return false; // it elects itself within a second; the caller asks again
};

interface SetConfig {
  version: number;
  members: { host: string }[];
}

const presentConfig = async (admin: Admin): Promise<SetConfig | undefined> => {
  try {
    return (await admin.command({ replSetGetConfig: 1 })).config as SetConfig;
  } catch (error) {
    if ((error as { code?: number }).code === notYetInitialized) return undefined;
    throw error;
  }
};
