import type { Program } from '../program.js';
import type { Say } from '../progress.js';
import type { Running } from '../supervise.js';

/** One way to come by a database. They are tried in an order; the first that works is taken. */
export interface Way {
  name: string;
  /** What its data on disk is written by; undefined when the data lies elsewhere. A data folder keeps to one format. */
  format: 'mongod' | 'secantusdb' | undefined;
  find(context: Search): Promise<FoundDatabase | NotFound>;
}

export interface Search {
  /** Environment to look into: MONGODB_URI, PATH. */
  env: NodeJS.ProcessEnv;
  /** Where the data of a database that we start goes. */
  dataFolder: string;
  /** Where programs that were downloaded stay. */
  cacheFolder: string;
  port: number;
  say: Say;
  /** Starts a program and keeps it running. */
  run: (program: Program) => Promise<Running>;
}

export interface FoundDatabase {
  /** For the person: which program, which version where. */
  what: string;
  uri: string;
  /** Absent when somebody else runs it. */
  running?: Running;
}

/** Why this way does not work here. */
export interface NotFound {
  reason: string;
}

export const databaseName = 'huiyin';

export const isFound = (result: FoundDatabase | NotFound): result is FoundDatabase => 'uri' in result;
