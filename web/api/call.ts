import { routes } from 'virtual:operations';
import type { AnswerOf, BodyOf, Operation, ParamsOf, QueryOf } from '../../api/contract/operation.js';
import type { operations } from '../../api/contract/operations.js';
import type { Problem } from '../../api/contract/problem.js';
import { offline, ProblemError } from './problem.js';

export type Operations = typeof operations;
export type OperationName = keyof Operations;

type Part<Name extends string, T> = [T] extends [undefined] ? Partial<Record<Name, never>> : Record<Name, T>;
type OptionalPart<Name extends string, T> = [T] extends [undefined]
  ? Partial<Record<Name, never>>
  : Partial<Record<Name, T>>;

/** What an operation is asked: `params` of its path, `query`, `body`, as its contract has them. */
export type RequestOf<T extends Operation> = Part<'params', ParamsOf<T>> &
  OptionalPart<'query', QueryOf<T>> &
  Part<'body', BodyOf<T>> & { signal?: AbortSignal | undefined };

export type Answer<Name extends OperationName> = AnswerOf<Operations[Name]>;
export type Asked<Name extends OperationName> = RequestOf<Operations[Name]>;

interface Plain {
  params?: Record<string, string>;
  query?: Record<string, unknown>;
  body?: unknown;
  signal?: AbortSignal | undefined;
}

/** Calls the API by the name of the operation. Thrown ProblemError for every answer that is no success, `OFFLINE` for none. */
export async function call<Name extends OperationName>(name: Name, asked: Asked<Name>): Promise<Answer<Name>> {
  const { params, query, body, signal } = asked as Plain;
  const { method } = routeOf(name);
  const form = body instanceof FormData;
  const answer = await send(addressOf(name, params, query), {
    method: method.toUpperCase(),
    headers: {
      'x-requested-with': 'huiyin',
      ...(body === undefined || form ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: form ? body : JSON.stringify(body) }),
    ...(signal === undefined ? {} : { signal }),
  });
  if (!answer.ok) throw await refusalOf(answer);

  return (await read(answer)) as Answer<Name>;
}

/** The address of an operation, for links and event sources. */
export function addressOf(
  name: OperationName,
  params: Record<string, string> = {},
  query: Record<string, unknown> = {},
): string {
  const path = routeOf(name).path.replaceAll(/:(\w+)/g, (_all, key: string) => encodeURIComponent(params[key] ?? ''));
  const search = new URLSearchParams(
    Object.entries(query)
      .filter(([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0))
      .map(([key, value]) => [key, String(value)]),
  ).toString();

  return `/api${path}${search === '' ? '' : `?${search}`}`;
}

function routeOf(name: OperationName): { method: string; path: string } {
  const route = routes[name];
  if (route === undefined) throw new Error(`the API has no operation ${name}`);

  return route;
}

async function send(address: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(address, init);
  } catch (error) {
    if (init.signal?.aborted === true) throw error;
    throw offline();
  }
}

async function refusalOf(answer: Response): Promise<ProblemError> {
  const isProblem = answer.headers.get('content-type')?.includes('json') === true;
  const problem = isProblem ? ((await answer.json()) as Problem) : undefined;

  return problem === undefined ? offline() : new ProblemError(problem);
}

async function read(answer: Response): Promise<unknown> {
  if (answer.status === 204) return undefined;
  const isJson = answer.headers.get('content-type')?.includes('json') === true;

  return isJson ? answer.json() : answer.text();
}
