import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { loadLocalities } from '../../procedures/localities.js';
import { ROOT } from './source-files.js';

const BPMN = join(ROOT, 'bpmn');
const TEMPLATES = join(ROOT, 'templates');

/** Values of a task header in all diagrams, with the diagram that has it. */
function headers(key: string): { value: string; diagram: string }[] {
  return readdirSync(BPMN, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.bpmn'))
    .flatMap((diagram) =>
      [...readFileSync(join(BPMN, diagram), 'utf8').matchAll(new RegExp(`key="${key}" value="([^"]*)"`, 'g'))].map(
        ([, value]) => ({ value: value!, diagram }),
      ),
    );
}

/** Whether a template of that name is there for a locality: its own, else the default one. */
const has = (locality: string, name: string) =>
  [locality, 'default'].some((folder) => existsSync(join(TEMPLATES, folder, `${name}.hbs`)));
const folderOf = (diagram: string) => diagram.split('/')[0]!;

describe('Every document', () => {
  it('that a diagram issues has a template', () => {
    expect(headers('document')).not.to.deep.equal([]);
    expect(headers('document').filter(({ value, diagram }) => !has(folderOf(diagram), value))).to.deep.equal([]);
  });

  it('that a diagram sends as a notice has a text', () => {
    expect(headers('notice')).not.to.deep.equal([]);
    expect(headers('notice').filter(({ value, diagram }) => !has(folderOf(diagram), `notices/${value}`))).to.deep.equal(
      [],
    );
  });

  it('that a locality numbers has a template', () => {
    for (const { id, numbering } of loadLocalities(BPMN).all()) {
      const kinds = Object.keys(numbering).filter((kind) => kind !== 'case' && kind !== 'order');
      expect(
        kinds.filter((kind) => !has(id, kind)),
        id,
      ).to.deep.equal([]);
    }
  });
});
