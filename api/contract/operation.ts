import type { Readable } from 'node:stream';
import type { Static, TObject, TSchema } from 'typebox';

/** What one route takes and gives. The check of requests, the API page and the client's types are all made from it. */
export interface Operation {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** Path below `/api`, with `:name` for parameters. */
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  /** Open to everybody, not to signed-in people only. */
  readonly open?: true;
  readonly params?: TObject;
  readonly query?: TObject;
  readonly body?: TSchema;
  /** The body is multipart with one file in the part `file`. */
  readonly upload?: true;
  /** Status of success, and what is answered then; `null` is an answer without a body. */
  readonly status: 200 | 201 | 204 | 302;
  readonly answer: TSchema | null;
  /** The answer is the bytes of a file; the handler says in its headers of what kind. */
  readonly binary?: true;
  /** Media type of the answer, where it is not JSON. */
  readonly mediaType?: string;
}

/** Keeps the exact schemas of an operation in its type. */
export const operation = <const T extends Operation>(declared: T): T => declared;

type Shape<S> = S extends TSchema ? Static<S> : undefined;
export type ParamsOf<T extends Operation> = Shape<T['params']>;
export type QueryOf<T extends Operation> = Shape<T['query']>;
export type BodyOf<T extends Operation> = Shape<T['body']>;
export type AnswerOf<T extends Operation> = T extends { binary: true } ? Readable : Shape<T['answer']>;
