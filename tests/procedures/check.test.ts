import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { checkFiles, sentenceOfFinding } from '../../procedures/check.js';
import type { ProcedureFile } from '../../procedures/resources.js';

const FOLDER = join(import.meta.dirname, 'rules');
const diagram = (rule: string, name: string): ProcedureFile => ({
  name: `some/${rule}/${name}.bpmn`,
  kind: 'diagram',
  content: readFileSync(join(FOLDER, rule, `${name}.bpmn`), 'utf8'),
});
const form: ProcedureFile = {
  name: 'reply.form',
  kind: 'form',
  content: readFileSync(join(FOLDER, 'reply.form'), 'utf8'),
};

describe('Checking a procedure', () => {
  it('finds nothing in good files, however many diagrams there are', async () => {
    const files = [diagram('known-job-types', 'valid'), diagram('complete-messages', 'valid'), form];

    expect(await checkFiles(files)).to.deep.equal([]);
  });

  it('applies the rules of Camunda 8.8, in Chinese', async () => {
    const broken = diagram('known-job-types', 'valid');
    const content = broken.content
      .replaceAll(/<bpmn:endEvent[\s\S]*?<\/bpmn:endEvent>/g, '')
      .replace(/<bpmn:sequenceFlow id="classify-case-to-closed"[^>]*>/, '')
      .replace('<bpmn:outgoing>classify-case-to-closed</bpmn:outgoing>', '')
      .replaceAll(
        /<bpmndi:BPMN(Shape|Edge) id="(closed-shape|classify-case-to-closed-edge)"[\s\S]*?<\/bpmndi:BPMN\1>/g,
        '',
      );
    const found = await checkFiles([{ ...broken, content }]);

    expect(found.map(({ rule }) => rule)).to.include.members(['end-event-required', 'no-implicit-end']);
    for (const finding of found)
      expect(sentenceOfFinding(finding)).to.match(/^some\/known-job-types\/valid\.bpmn .*：.*。.*\[.*\]$/);
  });

  it('goes on with the other files when one cannot be read', async () => {
    const found = await checkFiles([diagram('readable-files', 'invalid'), diagram('timed-timers', 'invalid')]);

    expect(found.map(({ rule }) => rule)).to.include.members(['readable-files', 'timed-timers']);
  });

  it('tells errors before warnings', async () => {
    const severities = (await checkFiles([diagram('drawn-elements', 'invalid')])).map(({ severity }) => severity);

    expect(severities).to.include('warning');
    expect(severities).to.deep.equal([...severities].sort());
  });

  it('reads as one sentence: file, label and id, what is wrong, what to do', () => {
    expect(
      sentenceOfFinding({
        rule: 'timed-timers',
        severity: 'error',
        file: 'smallville/case.bpmn',
        elementId: 'wait',
        label: '等签收',
        problem: '定时事件没有写时间',
        remedy: '填写时长',
      }),
    ).to.equal('smallville/case.bpmn “等签收”（wait）：定时事件没有写时间。填写时长 [timed-timers]');
  });
});
