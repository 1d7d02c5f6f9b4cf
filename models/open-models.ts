import mongoose, { type Connection } from 'mongoose';

import { openArticles, type Articles } from './articles.js';
import { openAssessments, type Assessments } from './assessments.js';
import { openCallbacks, type Callbacks } from './callbacks.js';
import { openCases, type Cases } from './cases.js';
import { openCounters, type Counters } from './counters.js';
import { openDocuments, type Documents } from './documents.js';
import { openDrafts, type Drafts } from './drafts.js';
import { openFiles, type Files } from './files.js';
import { openMeetings, type Meetings } from './meetings.js';
import { openNotices, type Notices } from './notices.js';
import { openOpenWork, type OpenWork } from './open-work.js';
import { openOrders, type Orders } from './orders.js';
import { openOutbox, type Outbox } from './outbox.js';
import { openOwnership, type Ownership } from './ownership.js';
import { openProcedures, type Procedures } from './procedures.js';
import { openPublications, type Publications } from './publications.js';
import { openSteps, type Steps } from './steps.js';
import { openTasks, type Tasks } from './tasks.js';
import { openUnits, type Units } from './units.js';
import { openUsers, type Users } from './users.js';

/** All collections of one database (docs/architecture.md, "Collections"), and nothing else reads or writes them. */
export interface Models {
  readonly articles: Articles;
  readonly assessments: Assessments;
  readonly callbacks: Callbacks;
  readonly cases: Cases;
  readonly counters: Counters;
  readonly documents: Documents;
  readonly drafts: Drafts;
  readonly files: Files;
  readonly meetings: Meetings;
  readonly notices: Notices;
  /** Not a collection: what is open now in several of them. */
  readonly openWork: OpenWork;
  readonly orders: Orders;
  readonly outbox: Outbox;
  readonly ownership: Ownership;
  readonly procedures: Procedures;
  readonly publications: Publications;
  readonly steps: Steps;
  readonly tasks: Tasks;
  readonly units: Units;
  readonly users: Users;
  /** The connection itself, for change streams. */
  readonly connection: Connection;
  /** Thrown when the database does not answer in time. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

export interface OpenOptions {
  /** How long to look for the server, milliseconds. */
  timeoutMs?: number;
  /** Connections kept, so many acts can wait for the database at once. */
  poolSize?: number;
}

/**
 * Connects, makes the indexes that are missing, and answers the collections.
 * Every write is acknowledged when it is on disk: by a majority of the replica set where there is one.
 */
export async function openModels(
  uri: string,
  { timeoutMs = 10_000, poolSize = 50 }: OpenOptions = {},
): Promise<Models> {
  const connection = mongoose.createConnection(uri, {
    autoIndex: false,
    maxPoolSize: poolSize,
    serverSelectionTimeoutMS: timeoutMs,
    ignoreUndefined: true,
    writeConcern: { w: 'majority', journal: true },
  });
  await connection.asPromise();
  const collections = openCollections(connection);
  await Promise.all(Object.values(connection.models).map((model) => model.createIndexes()));

  return {
    ...collections,
    connection,
    ping: async () => {
      await connection.db?.admin().ping();
    },
    close: () => connection.close(),
  };
}

function openCollections(connection: Connection) {
  const tasks = openTasks(connection);

  return {
    articles: openArticles(connection),
    assessments: openAssessments(connection),
    callbacks: openCallbacks(connection),
    cases: openCases(connection, tasks),
    counters: openCounters(connection),
    documents: openDocuments(connection),
    drafts: openDrafts(connection),
    files: openFiles(connection),
    meetings: openMeetings(connection),
    notices: openNotices(connection),
    openWork: openOpenWork({ connection }),
    orders: openOrders(connection),
    outbox: openOutbox(connection),
    ownership: openOwnership(connection),
    procedures: openProcedures(connection),
    publications: openPublications(connection),
    steps: openSteps(connection),
    tasks,
    units: openUnits(connection),
    users: openUsers(connection),
  };
}
