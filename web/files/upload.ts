import type { FileInfo } from '../../api/contract/file.js';
import type { Problem } from '../../api/contract/problem.js';
import { addressOf } from '../api/call.js';
import { offline, ProblemError } from '../api/problem.js';

export interface UploadSettings {
  /** Without a session, for a public report. */
  readonly open?: boolean | undefined;
  /** Share sent so far, 0 to 1. */
  readonly onProgress?: (share: number) => void;
  readonly signal?: AbortSignal;
}

/** Sends a file and tells how far it is. Thrown ProblemError for every answer that is no success, `OFFLINE` for none. */
export const upload = (file: File, { open = false, onProgress, signal }: UploadSettings = {}): Promise<FileInfo> =>
  new Promise((resolve, reject) => {
    // fetch tells nothing of how much of a body is sent.
    const request = new XMLHttpRequest();
    request.open('POST', addressOf(open ? 'uploadPublicFile' : 'uploadFile'));
    request.setRequestHeader('x-requested-with', 'huiyin');
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onProgress?.(total === 0 ? 0 : loaded / total);
    request.onload = () => {
      if (request.status === 201) resolve(request.response as FileInfo);
      else reject(isProblem(request.response) ? new ProblemError(request.response) : offline());
    };
    request.onerror = () => reject(offline());
    request.onabort = () => reject(new DOMException('abandoned', 'AbortError'));
    signal?.addEventListener('abort', () => request.abort());
    const form = new FormData();
    form.append('file', file);
    request.send(form);
  });

const isProblem = (answer: unknown): answer is Problem =>
  typeof answer === 'object' && answer !== null && 'code' in answer;

/** `3.2 MB`, `640 KB`. */
export const sizeText = (bytes: number): string =>
  bytes >= 1024 * 1024
    ? `${(bytes / 1024 / 1024).toFixed(bytes % (1024 * 1024) === 0 ? 0 : 1)} MB`
    : `${Math.max(1, Math.round(bytes / 1024))} KB`;
