import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import Handlebars from 'handlebars';

import { words } from './words.js';

/** A short message to be made: an SMS, a WeChat message, what is said on the phone. */
export interface NoticeRequest {
  locality: string;
  /** Name of the template, e.g. `reminder`. */
  notice: string;
  /** Zone in which dates are written, e.g. `Asia/Shanghai`. */
  timeZone: string;
  data: Readonly<Record<string, unknown>>;
}

/** Plain text of a short message. Thrown NoticeMissingError, or the template's own error. */
export type RenderNotice = (request: NoticeRequest) => string;

/** Neither the locality nor `default/notices/` has a message of this name. */
export class NoticeMissingError extends Error {
  override readonly name = 'NoticeMissingError';

  constructor(notice: string, known: readonly string[]) {
    super(`没有通知模板“${notice}”，现有：${known.join('、')}`);
  }
}

/** Reads `<folder>/default/notices`; a file of the same name in `<folder>/<locality>/notices` takes its place. */
export function openNotices(folder: string): RenderNotice {
  const localities = new Map<string, ReadonlyMap<string, Handlebars.TemplateDelegate>>();

  return ({ locality, notice, timeZone, data }) => {
    const templates = localities.get(locality) ?? compileAll(folder, locality);
    localities.set(locality, templates);
    const template = templates.get(notice);
    if (template === undefined) throw new NoticeMissingError(notice, [...templates.keys()]);

    return template(data, { data: { timeZone } })
      .trim()
      .replaceAll(/\s*\n\s*/g, '');
  };
}

function compileAll(folder: string, locality: string): ReadonlyMap<string, Handlebars.TemplateDelegate> {
  const handlebars = Handlebars.create();
  handlebars.registerHelper(words);
  const sources = new Map([...readNotices(join(folder, 'default')), ...readNotices(join(folder, locality))]);

  return new Map([...sources].map(([name, text]) => [name, handlebars.compile(text, { noEscape: true })]));
}

/** A locality without wording of its own has no folder. */
function readNotices(folder: string): [string, string][] {
  try {
    return readdirSync(join(folder, 'notices'))
      .filter((file) => file.endsWith('.hbs'))
      .map((file) => [file.slice(0, -'.hbs'.length), readFileSync(join(folder, 'notices', file), 'utf8')]);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
