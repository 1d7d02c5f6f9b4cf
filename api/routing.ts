import { pipeline } from 'node:stream/promises';
import type { Readable } from 'node:stream';
import { Router, type Request, type RequestHandler, type Response } from 'express';
import type { AnswerOf, BodyOf, Operation, ParamsOf, QueryOf } from './contract/operation.js';
import { operations } from './contract/operations.js';
import type { Person } from './policies/person.js';
import { ProblemError } from './problems/problem-error.js';
import { createCheck } from './requests/check.js';
import { readJson } from './requests/read-json.js';
import type { VerifyAnswer } from './requests/verify-answer.js';

export type Operations = typeof operations;
export type OperationName = keyof Operations;

/** What a route is asked, checked against its schemas. Who asks is known, except on routes that are open. */
export interface Asked<T extends Operation> {
  readonly params: ParamsOf<T>;
  readonly query: QueryOf<T>;
  readonly body: BodyOf<T>;
  readonly person: T extends { open: true } ? Person | undefined : Person;
  readonly request: Request;
  readonly response: Response;
}

/** Does what one operation promises and answers in its shape; nothing for an answer without a body, or one it streams. */
export type Handler<T extends Operation> = (
  asked: Asked<T>,
) => Promise<
  T extends { binary: true }
    ? Readable
    : T extends { answer: null } | { mediaType: 'text/event-stream' }
      ? undefined
      : AnswerOf<T>
>;

/** The handlers of some operations: all of them together must be {@link Operations}, or the compiler says which is missing. */
export type Handlers<Names extends OperationName = OperationName> = { [Name in Names]: Handler<Operations[Name]> };

/** What stands before the handlers. */
export interface Gates {
  /** Finds out who asks. @throws ProblemError when a session is needed and missing */
  identify(request: Request, open: boolean): Promise<Person | undefined>;
  /** Reads the file of an upload. */
  readonly readUpload: RequestHandler;
  readonly limits: Readonly<Partial<Record<OperationName, RequestHandler>>>;
  /** Set in tests: refuses an answer that is not what the contract says. */
  readonly verifyAnswer?: VerifyAnswer | undefined;
}

type AnyHandler = (asked: Asked<Operation>) => Promise<unknown>;

/** Mounts every operation of the contract: limit, who asks, body, check, handler. */
export function mount(handlers: Handlers, gates: Gates): Router {
  const router = Router();
  for (const [name, operation] of Object.entries<Operation>(operations)) {
    const handler = handlers[name as OperationName] as unknown as AnyHandler;
    router[operation.method](operation.path, ...chain(name as OperationName, operation, handler, gates));
  }
  for (const path of new Set(Object.values<Operation>(operations).map((operation) => operation.path))) {
    router.all(path, refuseMethod(path));
  }

  return router;
}

function chain(name: OperationName, operation: Operation, handler: AnyHandler, gates: Gates): RequestHandler[] {
  const limit = gates.limits[name];
  const check = createCheck(operation);
  const people = new WeakMap<Request, Person>();

  return [
    ...(limit === undefined ? [] : [limit]),
    async (request, _response, next) => {
      const person = await gates.identify(request, operation.open ?? false);
      if (person !== undefined) people.set(request, person);
      next();
    },
    ...(operation.body === undefined ? [] : [readJson]),
    ...(operation.upload === true ? [gates.readUpload] : []),
    async (request, response) => {
      const { params, query, body } = check({ params: request.params, query: request.query, body: request.body });
      response.status(operation.status);
      if (request.method === 'HEAD' && isStream(operation)) {
        response.type(eventStream).end(); // there is no end to wait for

        return;
      }
      const answer = await handler({ params, query, body, person: people.get(request), request, response } as never);
      if (operation.binary !== true) gates.verifyAnswer?.(name, answer);
      await send(response, operation, answer);
    },
  ];
}

const eventStream = 'text/event-stream';
const isStream = ({ mediaType }: Operation): boolean => mediaType === eventStream;

async function send(response: Response, operation: Operation, answer: unknown): Promise<void> {
  if (isStream(operation)) return; // written, and ended, by its handler
  if (operation.binary === true) await pipeline(answer as Readable, response);
  else if (operation.answer === null) response.end();
  else if (operation.mediaType === undefined) response.json(answer);
  else response.type(operation.mediaType).send(answer);
}

function refuseMethod(path: string): RequestHandler {
  const methods = Object.values<Operation>(operations)
    .filter((operation) => operation.path === path)
    .map((operation) => operation.method.toUpperCase());

  return (request, response) => {
    response.set('Allow', [...new Set(methods)].join(', '));
    throw new ProblemError('METHOD_NOT_ALLOWED', `这里不支持 ${request.method}，只支持 ${methods.join('、')}。`);
  };
}
