import { join } from 'node:path';
import { expect } from 'chai';
import ts from 'typescript';
import { loadLocalities } from '../../procedures/localities.js';
import { FOLDERS, ROOT, sourceFiles, type SourceFile } from './source-files.js';

const names = loadLocalities(join(ROOT, 'bpmn'))
  .all()
  .flatMap(({ id, name }) => [id, name.replace(/[市县]$/, '')]);

/** What a file says outside its comments: names, texts, templates. A comment may name the source of a rule. */
function wordsOf({ path, text }: SourceFile): string {
  const words: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) || ts.isLiteralExpression(node) || ts.isTemplateMiddleOrTemplateTail(node))
      words.push(node.text);
    if (ts.isTemplateHead(node) || ts.isJsxText(node)) words.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.ES2023));

  return words.join('\n');
}

function namedIn(file: SourceFile): string[] {
  const words = wordsOf(file);

  return names.filter((name) => words.includes(name)).map((name) => `${file.path}: ${name}`);
}

describe('No locality', () => {
  it('is named in TypeScript: a sixth one is a folder', () => {
    expect(sourceFiles(FOLDERS).flatMap(namedIn)).to.deep.equal([]);
  });

  it('escapes when it is named in a text, a template or a name, but a comment may tell a source', () => {
    const named = namedIn({
      path: 'x.ts',
      text: 'const a = `${b} baicheng ${c}`; const zhangye = "奉节县"; // helinger',
    });

    expect(named).to.have.members(['x.ts: baicheng', 'x.ts: zhangye', 'x.ts: 奉节']);
  });
});
