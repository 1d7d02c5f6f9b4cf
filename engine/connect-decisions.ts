import type { Call } from './call.js';
import type { Clients } from './clients.js';
import type { Decisions } from './decisions.js';
import { EngineRefusedError } from './errors.js';

type Grpc = Clients['grpc'];
type Json = Parameters<Grpc['evaluateDecision']>[0]['variables'];

/** Decisions over the engine's gRPC door. */
export function connectDecisions(grpc: Grpc, call: Call): Decisions {
  return {
    evaluate: async (decisionKey, variables) => {
      const answer = await call('evaluateDecision', () =>
        grpc.evaluateDecision({ decisionKey, variables: variables as Json }),
      );
      if (answer.failedDecisionId !== '')
        throw new EngineRefusedError(`evaluateDecision: ${answer.failureMessage}`, 'refused');
      const rules = answer.evaluatedDecisions.flatMap(({ matchedRules }) => matchedRules);

      return { output: JSON.parse(answer.decisionOutput) as unknown, rows: rules.map(({ ruleIndex }) => ruleIndex) };
    },
  };
}
