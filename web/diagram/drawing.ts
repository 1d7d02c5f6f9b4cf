/** What a diagram shows. */
export interface Drawing {
  /** The diagram, of the version that is meant. */
  readonly xml: string;
  /** Elements where a token stands; one that is named twice has two. */
  readonly active: readonly string[];
  /** Elements that were completed and sequence flows that were taken. */
  readonly completed: readonly string[];
  /** Elements that stand still because of a fault. */
  readonly incidents: readonly string[];
}

/** How often each id is named. */
export function counted(ids: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);

  return counts;
}
