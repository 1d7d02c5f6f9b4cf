import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import Handlebars from 'handlebars';

import { words } from './words.js';

/** A document to be made: which template, whose wording, and what it says. */
export interface RenderRequest {
  locality: string;
  /** Name of the template, e.g. `work-order`. */
  document: string;
  /** Zone in which dates are written, e.g. `Asia/Shanghai`. */
  timeZone: string;
  data: Readonly<Record<string, unknown>>;
}

export interface Rendered {
  title: string;
  html: string;
  /** `<folder>/<document>`, e.g. `default/work-order`. */
  templateName: string;
  /** SHA-256 of the template and of all its partials: the same hash gives the same text from the same data. */
  templateHash: string;
}

/** Renders an official document. Thrown TemplateMissingError, or the template's own error when data is missing. */
export type Render = (request: RenderRequest) => Rendered;

/** Neither the locality nor `default/` has a template of this name. */
export class TemplateMissingError extends Error {
  override readonly name = 'TemplateMissingError';

  constructor(document: string, known: readonly string[]) {
    super(`没有文书模板“${document}”，现有：${known.join('、')}`);
  }
}

interface Template {
  name: string;
  hash: string;
  run: Handlebars.TemplateDelegate;
}

/**
 * Reads `<folder>/default` and the folders of the localities beside it: a file there takes the place of the default's of
 * the same name, partials (`_letterhead.hbs`) included. What users wrote is escaped, always.
 */
export function openTemplates(folder: string): Render {
  const localities = new Map<string, ReadonlyMap<string, Template>>();

  return ({ locality, document, timeZone, data }) => {
    const templates = localities.get(locality) ?? compileAll(folder, locality);
    localities.set(locality, templates);
    const template = templates.get(document);
    if (template === undefined) throw new TemplateMissingError(document, [...templates.keys()]);
    const html = template.run(data, { data: { timeZone } });

    return { title: titleOf(html), html, templateName: template.name, templateHash: template.hash };
  };
}

interface Source {
  name: string;
  text: string;
}

function compileAll(folder: string, locality: string): ReadonlyMap<string, Template> {
  const sources = new Map([...readSources(folder, 'default'), ...readSources(folder, locality)]);
  const handlebars = Handlebars.create();
  handlebars.registerHelper(words);
  const partials = [...sources].filter(([name]) => name.startsWith('_'));
  for (const [name, { text }] of partials) handlebars.registerPartial(name.slice(1), text);
  const shared = partials.map(([, { text }]) => text);

  return new Map(
    [...sources]
      .filter(([name]) => !name.startsWith('_'))
      .map(([document, { name, text }]) => {
        const run = handlebars.compile(text, { strict: true, knownHelpersOnly: false });
        const hash = createHash('sha256')
          .update(JSON.stringify([text, ...shared]))
          .digest('hex');

        return [document, { name, hash, run }];
      }),
  );
}

function readSources(folder: string, place: string): [string, Source][] {
  let files: string[];
  try {
    files = readdirSync(join(folder, place));
  } catch (error) {
    // A locality without wording of its own has no folder.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' && place !== 'default') return [];
    throw error;
  }

  return files
    .filter((file) => file.endsWith('.hbs'))
    .sort()
    .map((file) => {
      const document = file.slice(0, -'.hbs'.length);

      return [document, { name: `${place}/${document}`, text: readFileSync(join(folder, place, file), 'utf8') }];
    });
}

/** A document's title is that of its page. */
function titleOf(html: string): string {
  const title = /<title>([^<]*)<\/title>/.exec(html)?.[1]?.trim();
  if (title === undefined || title === '') throw new Error('a document template needs a <title>');

  return title.replaceAll(/&(amp|lt|gt|quot|#x27|#x60|#x3D);/g, (_, entity: string) => ENTITIES[entity] ?? '');
}

const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#x27': "'",
  '#x60': '`',
  '#x3D': '=',
};
