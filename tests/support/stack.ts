/**
 * The real parts that tests stand on: a throw-away database and the engine host, started when first asked for, shared by
 * all files of one mocha process, and ended with it.
 */
export { testDatabase } from './stack-database.js';
export { freshEngine, testEngine, type TestEngine } from './stack-engine.js';
