/**
 * The real parts that tests stand on: a throw-away database and the engine host, started when first asked for, shared by
 * all files of one mocha process, and ended with it.
 */
import { throwAwayEngine, type ThrowAwayEngine } from '../../local/throw-away/engine.js';

export { throwAwayDatabase as testDatabase } from '../../local/throw-away/database.js';
/** An engine of one's own, for tests that pin its clock for long, kill it or look at all that is in it. */
export { throwAwayEngine as freshEngine, type ThrowAwayEngine as TestEngine } from '../../local/throw-away/engine.js';

/** The engine all files of this mocha process share: never stop it, never leave its clock pinned. */
export const testEngine = (): Promise<ThrowAwayEngine> => (shared ??= throwAwayEngine());

let shared: Promise<ThrowAwayEngine> | undefined;
