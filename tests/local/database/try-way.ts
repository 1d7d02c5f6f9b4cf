import { expect } from 'chai';
import mongoose from 'mongoose';
import { type FoundDatabase, isFound, type NotFound, type Search, type Way } from '../../../local/database/way.js';
import { isAlive } from '../../../local/exclusively.js';
import { freePort } from '../../../local/ports.js';
import { supervise } from '../../../local/supervise.js';
import { cacheFolder, endWithTests, throwAwayFolder } from '../../support/throw-away.js';

/** A search on a data folder of its own (with a blank and Chinese in its name); what is told goes into `said`. */
export const trySearch = async (): Promise<{ search: Search; said: string[] }> => {
  const said: string[] = [];
  const say = (line: string): void => void said.push(line);
  const run: Search['run'] = async (program) => {
    const running = await supervise(program, { say, onGiveUp: (fault) => say(fault.message) });
    endWithTests(running);
    return running;
  };
  return {
    said,
    search: { env: {}, dataFolder: await throwAwayFolder('数据 x'), cacheFolder, port: await freePort(), say, run },
  };
};

export const found = (result: FoundDatabase | NotFound): FoundDatabase => {
  if (!isFound(result)) throw new Error(result.reason);
  return result;
};

/** Why this way is passed over. */
export const reason = async (way: Way, search: Search): Promise<string> => {
  const result = await way.find(search);
  return isFound(result) ? `found ${result.what}` : result.reason;
};

/** What was written before an ordered end is there after the next start, on another port. */
export const expectKeepsData = async (way: Way, search: Search): Promise<void> => {
  const first = found(await way.find(search));
  await inCases(first.uri, (cases) => cases.insertOne({ caseNumber: 'x' }, { writeConcern: { w: 'majority' } }));
  const pid = first.running!.pid!;
  await first.running!.stop();
  expect(isAlive(pid)).to.equal(false);

  const second = found(await way.find({ ...search, port: await freePort() }));
  expect(await inCases(second.uri, (cases) => cases.countDocuments())).to.equal(1);
  await second.running!.stop();
};

const inCases = async <T>(uri: string, work: (cases: mongoose.mongo.Collection) => Promise<T>): Promise<T> => {
  const connection = await mongoose.createConnection(uri).asPromise();
  try {
    return await work(connection.collection('cases'));
  } finally {
    await connection.close();
  }
};
