import { JOB_TYPES } from './job-catalog.js';
import { lintDiagram } from './lint-diagram.js';
import { readProcedureSet } from './procedure-set.js';
import { filesOf, type ProcedureFile } from './resources.js';
import { RULES } from './rules/rules.js';
import type { Finding, Known } from './rules/rule.js';

/**
 * Checks all that one deployment of a locality holds; errors first, then by file. Where the locality has no procedure of
 * its own yet, what it shares runs with nobody and is not judged.
 */
export async function checkLocality(localityId: string, root: string): Promise<readonly Finding[]> {
  const files = filesOf(localityId, root);
  const findings = await checkFiles(files);
  if (files.some(({ name }) => name === `${localityId}/case.bpmn`)) return findings;

  return [...findings.filter(({ file }) => file.startsWith(`${localityId}/`)), unpublishable(localityId)];
}

/** A locality whose data is there before its procedure is no mistake, but nothing runs. */
function unpublishable(localityId: string): Finding {
  return {
    rule: 'own-process',
    severity: 'warning',
    file: `${localityId}/case.bpmn`,
    problem: `还没有自己的流程（${localityId}-case），不会发布`,
    remedy: '画好流程，存为这个文件',
  };
}

/** Checks files that are to be deployed together. */
export async function checkFiles(
  files: readonly ProcedureFile[],
  known: Known = { jobTypes: JOB_TYPES },
): Promise<readonly Finding[]> {
  const set = await readProcedureSet(files);
  const own = RULES.flatMap((rule) => rule.check(set, known));
  const linted = await Promise.all(set.diagrams.map(lintDiagram));

  return [...own, ...linted.flat()].sort(
    (a, b) => a.severity.localeCompare(b.severity) || a.file.localeCompare(b.file) || a.rule.localeCompare(b.rule),
  );
}

/** `baicheng/case.bpmn 复核（review）：没有办理期限。请在…… [complete-user-tasks]`. */
export function sentenceOfFinding({ file, label, elementId, problem, remedy, rule }: Finding): string {
  const element = label === undefined ? (elementId ?? '') : `“${label}”（${elementId ?? ''}）`;

  return `${file} ${element}：${problem}。${remedy} [${rule}]`;
}
