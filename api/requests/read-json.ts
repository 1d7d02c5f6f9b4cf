import express, { type RequestHandler } from 'express';
import { ProblemError } from '../problems/problem-error.js';

/** Largest body of a request, in bytes. */
export const maxBodyBytes = 100 * 1024;

const parse: RequestHandler = express.json({ limit: maxBodyBytes, strict: false, type: 'application/json' });

/** Reads a JSON body. Refuses another media type (415), a larger body (413), and JSON that is broken (400, with the place). */
export const readJson: RequestHandler = (request, response, next) => {
  const mediaType = request.headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase();
  if (mediaType !== 'application/json') {
    throw new ProblemError('NOT_JSON', '请求须为 JSON，并带有 Content-Type: application/json。');
  }
  parse(request, response, (fault?: unknown) => {
    next(fault === undefined ? undefined : toProblem(fault));
  });
};

function toProblem(fault: unknown): unknown {
  const { type, status, body } = fault as { type?: string; status?: number; body?: string };
  switch (type) {
    case 'entity.too.large':
      return new ProblemError('BODY_TOO_LARGE', `请求内容不能超过 ${maxBodyBytes / 1024} kB。`, [
        { field: '/', reason: '内容过大', allowed: maxBodyBytes },
      ]);
    case 'entity.parse.failed':
      return brokenJson(body ?? '');
    case 'charset.unsupported':
    case 'encoding.unsupported':
      return new ProblemError('NOT_JSON', '不支持这种字符集或压缩方式，请使用 UTF-8。');
    case 'request.size.invalid':
    case 'request.aborted':
      return new ProblemError('BAD_JSON', '请求内容没有传完。');
    default:
      // What cannot be unpacked has a status, but no type.
      return status === 400 ? new ProblemError('BAD_JSON', '请求内容无法解压或读取。') : fault;
  }
}

function brokenJson(body: string): ProblemError {
  const position = breakingPoint(body);
  const lines = body.slice(0, position).split('\n');
  const place = `第 ${lines.length} 行第 ${(lines.at(-1)?.length ?? 0) + 1} 个字符`;

  return new ProblemError('BAD_JSON', `${place}处不符合 JSON 的写法。`, [
    { field: '/', reason: `${place}处不符合 JSON 的写法`, found: body.slice(position, position + 20) },
  ]);
}

/** Index of the first character with which the text can be no JSON any more; its length when it only ends too early. */
function breakingPoint(body: string): number {
  let [whole, broken] = [0, body.length + 1];
  while (whole + 1 < broken) {
    const middle = Math.floor((whole + broken) / 2);
    if (isBeginning(body.slice(0, middle))) whole = middle;
    else broken = middle;
  }

  return whole;
}

/** Whether JSON may go on after this text. Node tells the place of some faults only, so its end is all that is asked for. */
function isBeginning(text: string): boolean {
  try {
    JSON.parse(text);

    return true;
  } catch (error) {
    const { message } = error as SyntaxError;
    const place = /at position (\d+)/.exec(message)?.[1];

    return /end of JSON|Unterminated/.test(message) || (place !== undefined && Number(place) >= text.length);
  }
}
