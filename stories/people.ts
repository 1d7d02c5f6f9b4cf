import type { SignedIn } from '../api/contract/session.js';
import type { FileInfo } from '../api/contract/file.js';
import type { Problem } from '../api/contract/problem.js';

/** An answer of the API that is no success. */
export class RefusedError extends Error {
  constructor(
    readonly problem: Problem,
    act: string,
  ) {
    const fields = problem.errors.map((error) => `${error.field}: ${error.reason}`).join('; ');
    super(`${act}: ${problem.status} ${problem.code} ${problem.detail}${fields === '' ? '' : ` (${fields})`}`);
    this.name = 'RefusedError';
  }

  get code(): string {
    return this.problem.code;
  }
}

/** A person of a story at the API: signs in once, then acts by HTTP as everybody does. */
export class Person {
  #token: string | undefined;

  constructor(
    readonly userId: string | undefined,
    private readonly address: string,
    private readonly password: string,
  ) {}

  async get<T>(path: string): Promise<T> {
    return (await this.#call('GET', path)) as T;
  }

  async post<T>(path: string, body: unknown = {}): Promise<T> {
    return (await this.#call('POST', path, body)) as T;
  }

  /** Sends a file, as the page of a form does. Answers what the API calls it. */
  async upload(name: string, content: Uint8Array): Promise<FileInfo> {
    const form = new FormData();
    form.append('file', new Blob([content]), name);

    return (await this.#call('POST', this.userId === undefined ? '/public/files' : '/files', form)) as FileInfo;
  }

  async #call(method: string, path: string, body?: unknown): Promise<unknown> {
    if (this.userId !== undefined && this.#token === undefined) await this.#signIn(this.userId);
    const answer = await fetch(`${this.address}/api${path}`, {
      method,
      headers: {
        ...(body === undefined || body instanceof FormData ? {} : { 'content-type': 'application/json' }),
        ...(this.#token === undefined ? {} : { authorization: `Bearer ${this.#token}` }),
      },
      ...(body === undefined ? {} : { body: body instanceof FormData ? body : JSON.stringify(body) }),
    });
    const text = await answer.text();
    const data: unknown = text === '' ? undefined : JSON.parse(text);
    if (!answer.ok) throw new RefusedError(data as Problem, `${this.userId ?? 'stranger'} ${method} ${path}`);

    return data;
  }

  async #signIn(userId: string): Promise<void> {
    const stranger = new Person(undefined, this.address, '');
    const { token } = await stranger.post<SignedIn>('/session', { userId, password: this.password });
    this.#token = token;
  }
}
