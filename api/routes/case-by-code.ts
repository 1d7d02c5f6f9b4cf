import { timingSafeEqual } from 'node:crypto';
import type { CaseDocument } from '../../models/cases.js';
import type { FollowCase } from '../contract/progress.js';
import type { ApiDeps } from '../deps.js';
import { ProblemError } from '../problems/problem-error.js';

/**
 * The case of whoever knows its number and code.
 * @throws ProblemError NOT_FOUND, the same for a wrong number and a wrong code
 */
export async function caseByCode(
  { models, identity }: Pick<ApiDeps, 'models' | 'identity'>,
  { caseNumber, code }: FollowCase,
): Promise<CaseDocument> {
  const found = await models.cases.find(caseNumber);
  const hash = identity.codeHash(caseNumber, code);
  if (found === null || !equal(hash, found.codeHash)) throw new ProblemError('NOT_FOUND', '编号或查询码不正确。');

  return found;
}

function equal(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
}
