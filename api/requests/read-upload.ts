import type { Request, RequestHandler } from 'express';
import multer from 'multer';
import type { Upload } from '../../commands/keep-file.js';
import { ProblemError } from '../problems/problem-error.js';

/** Name of the part that holds the file. */
export const uploadPart = 'file';

/** Largest file where the operator sets nothing else, bytes. */
export const defaultMaxFileBytes = 20 * 1024 * 1024;

const uploads = new WeakMap<Request, Upload>();

/** What {@link readUpload} found in a request. */
export const uploadOf = (request: Request): Upload | undefined => uploads.get(request);

/**
 * Reads one file from a multipart body into memory: its content is looked at as a whole before anything is kept. Refuses
 * another media type (415), a file that is too large (413), another part or none (422), and a body that breaks off (400).
 */
export function readUpload(maxBytes: number): RequestHandler {
  const parse = multer({
    storage: multer.memoryStorage(),
    limits: { fileSize: maxBytes, files: 1, fields: 0, parts: 1, headerPairs: 20 },
    defParamCharset: 'utf8',
  }).single(uploadPart);

  return (request, response, next) => {
    if (request.is('multipart/form-data') === false) {
      throw new ProblemError('NOT_MULTIPART', '上传文件须用 multipart/form-data。');
    }
    parse(request, response, (fault?: unknown) => {
      if (fault !== undefined) {
        next(toProblem(fault, maxBytes));

        return;
      }
      const { file } = request;
      if (file === undefined) {
        next(refusal('没有收到文件', '必须选择文件'));

        return;
      }
      uploads.set(request, { name: file.originalname, content: file.buffer });
      next();
    });
  };
}

function toProblem(fault: unknown, maxBytes: number): unknown {
  if (!(fault instanceof Error)) return fault;
  if (!(fault instanceof multer.MulterError)) return new ProblemError('BAD_UPLOAD', '上传没有完成，请重新上传。');
  if (fault.code !== 'LIMIT_FILE_SIZE') return refusal(`一次上传一个文件，字段名为 ${uploadPart}`, '只能有一个文件');
  const most = `${Math.floor(maxBytes / 1024 / 1024)} MB`;
  const error = { field: `/${uploadPart}`, reason: `每个文件不能超过 ${most}`, allowed: maxBytes };

  return new ProblemError('BODY_TOO_LARGE', `文件太大：每个文件不能超过 ${most}。`, [error]);
}

const refusal = (detail: string, reason: string): ProblemError =>
  new ProblemError('BAD_INPUT', `${detail}。`, [{ field: `/${uploadPart}`, reason, allowed: uploadPart }]);
