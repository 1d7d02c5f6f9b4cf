import { EngineError } from '../../engine/errors.js';
import type { CaseDocument } from '../../models/cases.js';
import type { ApiDeps } from '../deps.js';

/** The table that orders the rungs of supervision (bpmn/shared/README.md). */
const LADDER = 'ladder';
/** What the table answers where it ends. */
const TOP = 'end';

/** Where an order stands on its ladder. */
export interface LadderPlace {
  readonly cause: string;
  readonly rungNumber: number;
}

/** A step of a ladder; `null` where it ends and the case is reported up. */
export interface Step {
  readonly rung: string | null;
}

/** The steps of ladders as the case's own version of the procedure has them; a version never changes, so answers are kept. */
export const ladderSteps = ({ models, engine, log }: Pick<ApiDeps, 'models' | 'engine' | 'log'>) => {
  const tables = new Map<string, string | undefined>();
  const known = new Map<string, Step | undefined>();

  async function tableOf(definitionKey: string): Promise<string | undefined> {
    if (!tables.has(definitionKey)) {
      const publication = await models.publications.ofDefinition(definitionKey);
      tables.set(definitionKey, publication?.decisions?.[LADDER]);
    }

    return tables.get(definitionKey);
  }

  /** What comes after this place; undefined when the ladder is of a version that is not known. */
  return async (found: CaseDocument, { cause, rungNumber }: LadderPlace): Promise<Step | undefined> => {
    const table = found.definition === undefined ? undefined : await tableOf(found.definition.key);
    if (table === undefined) return undefined;
    const asked = { cause, rungNumber: rungNumber + 1, urgency: found.urgency ?? 'normal' };
    const key = JSON.stringify([table, asked]);
    if (!known.has(key)) {
      try {
        known.set(key, stepOf((await engine.decisions.evaluate(table, asked)).output));
      } catch (fault) {
        if (!(fault instanceof EngineError)) throw fault;
        log.warn({ err: fault, table }, 'the next rung of a ladder is not known');

        return undefined;
      }
    }

    return known.get(key);
  };
};

function stepOf(answer: unknown): Step | undefined {
  if (typeof answer !== 'object' || answer === null || !('rung' in answer)) return undefined;
  if (typeof answer.rung !== 'string') return undefined;

  return { rung: answer.rung === TOP ? null : answer.rung };
}
