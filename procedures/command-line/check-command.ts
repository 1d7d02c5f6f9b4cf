import { join } from 'node:path';
import { checkLocality, sentenceOfFinding } from '../check.js';
import { loadLocality } from '../load-locality.js';
import { LocalityUnknownError, localityIds } from '../localities.js';
import { LocalityFaultsError, type LocalityFault } from '../locality-faults.js';
import type { Finding } from '../rules/rule.js';

/** Checks one locality or all; the exit code is 1 when there is an error, warnings pass. */
export async function checkCommand(root: string, asked: string, asJson: boolean): Promise<number> {
  const known = localityIds(root);
  if (asked !== 'all' && !known.includes(asked)) throw new LocalityUnknownError(asked, known);
  let hasErrors = false;
  const results = [];
  for (const locality of asked === 'all' ? known : [asked]) {
    const data = dataFaults(root, locality);
    const findings = await checkLocality(locality, root);
    hasErrors ||= data.length > 0 || findings.some(({ severity }) => severity === 'error');
    results.push({ locality, data, findings });
  }
  if (asJson) console.log(JSON.stringify(results, null, 2));
  else for (const result of results) print(result);

  return hasErrors ? 1 : 0;
}

function dataFaults(root: string, locality: string): readonly LocalityFault[] {
  try {
    loadLocality(join(root, locality));

    return [];
  } catch (error) {
    if (error instanceof LocalityFaultsError) return error.faults;
    throw error;
  }
}

function print(result: { locality: string; data: readonly LocalityFault[]; findings: readonly Finding[] }): void {
  for (const { file, path, found, allowed } of result.data)
    console.log(`错误 ${file} ${path}：为 ${found}；应为${allowed}`);
  for (const finding of result.findings)
    console.log(`${finding.severity === 'error' ? '错误' : '提醒'} ${sentenceOfFinding(finding)}`);
  const errors = result.data.length + result.findings.filter(({ severity }) => severity === 'error').length;
  const warnings = result.findings.length + result.data.length - errors;
  console.log(`${result.locality}：错误 ${errors} 处，提醒 ${warnings} 处`);
}
