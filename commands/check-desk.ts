import type { Models } from '../models/open-models.js';
import type { Locality } from '../procedures/locality.js';
import type { Report } from './check-report.js';
import type { FieldError } from './field-error.js';

const LONGEST_ANSWER = 2_000;

/** What was decided at the desk (并单、当场答复) and does not fit; so that nothing decided there stops the procedure later. */
export async function checkDesk(
  { cases }: Pick<Models, 'cases'>,
  report: Report,
  locality: Locality,
): Promise<FieldError[]> {
  return [...(await checkMerge(cases, report)), ...checkAnswer(report, locality), ...checkTransfer(report)];
}

async function checkMerge(cases: Models['cases'], { branch, mergeInto, locality }: Report): Promise<FieldError[]> {
  const field = '/mergeInto';
  if (mergeInto === undefined)
    return branch === 'same-matter' ? [{ field, reason: '并单须写明并入哪一件', allowed: '在办诉求件的编号' }] : [];
  if (branch !== 'same-matter')
    return [{ field, reason: '只有去向是“同一事项”时才并单', found: branch, allowed: 'same-matter' }];
  const into = await cases.find(mergeInto);
  const refused = (reason: string) => [{ field, reason, found: mergeInto }];
  if (into === null || into.locality !== locality) return refused('没有这一诉求件');
  if (into.mergedInto !== undefined) return refused(`它已并入 ${into.mergedInto}`);
  if (into.withdrawal !== undefined) return refused('它正在撤诉');

  return into.stage === 'closed' ? refused('它已办结，请另行登记') : [];
}

function checkAnswer({ branch, articleId, answer }: Report, { articles }: Locality): FieldError[] {
  const errors: FieldError[] = [];
  if (articleId !== undefined && !articles.some(({ id }) => id === articleId))
    errors.push({ field: '/articleId', reason: '知识库没有这一条', found: articleId });
  if (branch !== 'answer' && (articleId ?? answer) !== undefined)
    errors.push({ field: '/branch', reason: '有答复时去向应为“直接答复”', found: branch, allowed: 'answer' });
  if (answer !== undefined && answer.length > LONGEST_ANSWER)
    errors.push({ field: '/answer', reason: `答复最多 ${LONGEST_ANSWER} 字`, found: answer.length });

  return errors;
}

/** Whoever is to be transferred to a line at once must be told which. */
function checkTransfer({ branch, lineId }: Report): FieldError[] {
  if (branch !== 'emergency' || lineId !== undefined) return [];

  return [{ field: '/lineId', reason: '紧急转接须选转接的专线' }];
}
