import { isUnderWay, type CaseRow, type OrderRow } from '../../models/open-work.js';

/** Everything that is open, kept in memory by locality, so that a board is counted without asking the database. */
export class OpenRows {
  readonly #cases = new Map<string, CaseRow>();
  readonly #orders = new Map<string, OrderRow>();
  /** Registered or closed lately: today's figures are counted from these. */
  readonly #lately = new Map<string, CaseRow>();

  /** Takes these for all there are. */
  replace(cases: readonly CaseRow[], orders: readonly OrderRow[], lately: readonly CaseRow[]): void {
    for (const rows of [this.#cases, this.#orders, this.#lately]) rows.clear();
    for (const row of cases) this.#cases.set(row._id, row);
    for (const row of orders) this.#orders.set(row._id, row);
    for (const row of lately) this.#lately.set(row._id, row);
  }

  /** Puts rows as they now are; of those asked for, one that is missing is gone. Answers the localities concerned. */
  putCases(asked: readonly string[], found: readonly CaseRow[]): string[] {
    const before = asked.map((id) => this.#cases.get(id)?.locality);
    for (const id of asked) this.#cases.delete(id);
    for (const row of found) {
      this.#lately.set(row._id, row);
      if (row.stage !== 'closed') this.#cases.set(row._id, row);
    }

    return localitiesOf([...before, ...found.map(({ locality }) => locality)]);
  }

  putOrders(asked: readonly string[], found: readonly OrderRow[]): string[] {
    const before = asked.map((id) => this.#orders.get(id)?.locality);
    for (const id of asked) this.#orders.delete(id);
    for (const row of found) if (isUnderWay(row)) this.#orders.set(row._id, row);

    return localitiesOf([...before, ...found.map(({ locality }) => locality)]);
  }

  case(caseNumber: string): CaseRow | undefined {
    return this.#cases.get(caseNumber);
  }

  cases(locality: string): CaseRow[] {
    return [...this.#cases.values()].filter((row) => row.locality === locality);
  }

  orders(locality: string): OrderRow[] {
    return [...this.#orders.values()].filter((row) => row.locality === locality);
  }

  since(locality: string, start: Date): { registered: number; closed: number } {
    const rows = [...this.#lately.values()].filter((row) => row.locality === locality);

    return {
      registered: rows.filter(({ registeredAt }) => registeredAt >= start).length,
      closed: rows.filter(({ closedAt }) => closedAt !== undefined && closedAt >= start).length,
    };
  }
}

const localitiesOf = (named: readonly (string | undefined)[]): string[] => [
  ...new Set(named.filter((locality) => locality !== undefined)),
];
