/** Marks of a callback's factor (回访因素) as words; forms with five marks give them as numbers. */
const WORDS: Readonly<Record<string, number>> = { good: 5, fair: 3, poor: 1 };

/** Sum and number of the marks, 1 to 5, that callers gave on each factor; other answers are no marks. */
export function factorSums(
  answers: readonly Readonly<Record<string, unknown>>[],
  factorIds: readonly string[],
): Record<string, { sum: number; answers: number }> {
  const sums: Record<string, { sum: number; answers: number }> = {};
  for (const id of factorIds) {
    const marks = answers.flatMap((one) => markOf(one[id]) ?? []);
    if (marks.length > 0) sums[id] = { sum: marks.reduce((sum, mark) => sum + mark, 0), answers: marks.length };
  }

  return sums;
}

function markOf(value: unknown): number | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const mark = WORDS[value] ?? Number(value);

  return mark >= 1 && mark <= 5 ? mark : undefined;
}
