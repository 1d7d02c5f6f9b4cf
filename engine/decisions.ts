/** What a decision table answers: its output as the diagram gets it, and which rows matched, from 1. */
export interface Evaluation {
  output: unknown;
  rows: readonly number[];
}

/** Decisions of a deployment, asked without an instance of a process. */
export interface Decisions {
  /**
   * Thrown EngineNotFoundError when the engine has no decision of this key; EngineRefusedError with the engine's reason
   * when the table cannot be evaluated with these variables.
   */
  evaluate(decisionKey: string, variables: Readonly<Record<string, unknown>>): Promise<Evaluation>;
}
