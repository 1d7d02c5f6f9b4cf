import type { Request } from 'express';
import { keepFile } from '../../commands/keep-file.js';
import { allowedExtensions, FILE_KINDS } from '../../domain/file-kind.js';
import type { Actor } from '../../models/collection.js';
import type { KeptFile } from '../../models/files.js';
import type { ApiDeps } from '../deps.js';
import { mayReadFile, mayRemoveFile } from '../policies/file-policy.js';
import type { Person } from '../policies/person.js';
import { fileHeaders, presentFile } from '../presenters/present-file.js';
import { notFound, ProblemError } from '../problems/problem-error.js';
import { defaultMaxFileBytes, uploadOf } from '../requests/read-upload.js';
import type { Handlers } from '../routing.js';
import { actorOf, stranger } from './actor-of.js';

type Names = 'readFileRules' | 'uploadFile' | 'uploadPublicFile' | 'readFile' | 'readFileInfo' | 'removeFile';

/** Unused files of strangers that are kept at a time: more is no town reporting, it is somebody filling the disk. */
const mostOfStrangers = 1_000;

/** Files: uploaded first, taken by a case or a task afterwards, open to whoever may open the case. */
export const fileRoutes = (deps: ApiDeps): Handlers<Names> => {
  const { models, maxFileBytes = defaultMaxFileBytes } = deps;
  const keep = keepFile(deps);

  async function take(request: Request, by: Actor) {
    const upload = uploadOf(request);
    if (upload === undefined) throw new ProblemError('BAD_UPLOAD', '上传没有完成，请重新上传。');

    return presentFile(await keep(upload, by));
  }

  async function readable(fileId: string, person: Person): Promise<KeptFile> {
    const file = await models.files.find(fileId);
    const found = file?.caseNumber === undefined ? null : await models.cases.find(file.caseNumber);
    if (file === undefined || !mayReadFile(person, file, found)) throw notFound('这个文件');

    return file;
  }

  return {
    readFileRules: () =>
      Promise.resolve({
        maxBytes: maxFileBytes,
        extensions: allowedExtensions,
        mediaTypes: FILE_KINDS.map(({ mediaType }) => mediaType),
      }),
    uploadFile: ({ request, person }) => take(request, actorOf(person)),
    uploadPublicFile: async ({ request }) => {
      if ((await models.files.countOfStrangers(mostOfStrangers)) >= mostOfStrangers)
        throw new ProblemError('TOO_MANY_REQUESTS', '网上提交的文件暂时过多，请稍后再试，或先只提交文字。');

      return take(request, stranger);
    },
    readFile: async ({ params, person, response }) => {
      const file = await readable(params.fileId, person);
      response.set(fileHeaders(file));

      return models.files.read(file._id);
    },
    readFileInfo: async ({ params, person }) => presentFile(await readable(params.fileId, person)),
    removeFile: async ({ params, person }) => {
      const file = await readable(params.fileId, person);
      if (!mayRemoveFile(person, file)) throw new ProblemError('CONFLICT', '文件已经归入诉求件，不能删除。');
      await models.files.remove(file._id);
    },
  };
};
