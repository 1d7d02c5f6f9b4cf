import * as boards from '../contract/board.js';
import * as cases from '../contract/case.js';
import * as figures from '../contract/figures.js';
import * as files from '../contract/file.js';
import * as health from '../contract/health.js';
import * as instances from '../contract/instance.js';
import * as localities from '../contract/locality.js';
import * as problems from '../contract/problem.js';
import * as progress from '../contract/progress.js';
import * as records from '../contract/record.js';
import * as register from '../contract/register.js';
import * as session from '../contract/session.js';
import * as tasks from '../contract/task.js';

const modules = [
  boards,
  cases,
  figures,
  files,
  health,
  instances,
  localities,
  problems,
  progress,
  records,
  register,
  session,
  tasks,
];

/** The names under which schemas of the contract stand in the document; filters are told by their parameters. */
export const namedSchemas: ReadonlyMap<object, string> = new Map(
  modules
    .flatMap((module): [string, unknown][] => Object.entries(module))
    .filter(([, schema]) => typeof schema === 'object')
    .filter(([name]) => !name.endsWith('Filter'))
    .map(([name, schema]) => [schema as object, name]),
);
