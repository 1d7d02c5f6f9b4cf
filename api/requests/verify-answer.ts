import { operations } from '../contract/operations.js';
import type { Operation } from '../contract/operation.js';
import { createAjv } from './ajv.js';

/** @throws Error naming the operation and what is wrong with its answer */
export type VerifyAnswer = (name: string, answer: unknown) => void;

/** Checks answers against the contract; for tests, where a wrong answer must not pass for a right one. */
export function createVerifyAnswer(): VerifyAnswer {
  const ajv = createAjv();
  const checks = new Map(
    Object.entries<Operation>(operations).flatMap(([name, { answer, mediaType }]) =>
      answer === null || mediaType === 'text/event-stream' ? [] : [[name, ajv.compile(answer)] as const],
    ),
  );

  return (name, answer) => {
    const check = checks.get(name);
    // What is sent is JSON: fields that are undefined are not there.
    if (check === undefined || check(JSON.parse(JSON.stringify(answer)))) return;
    throw new Error(`answer of ${name} breaks the contract: ${ajv.errorsText(check.errors)}`);
  };
}
