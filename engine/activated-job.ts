import type { ActivatedJob, ListenerUserTask } from './jobs.js';
import { optional } from './present.js';
import type { Variables } from './variables.js';

/** A job as the SDK hands it out. */
export interface JobOnTheWire {
  key: string;
  type: string;
  processInstanceKey: string;
  bpmnProcessId: string;
  processDefinitionVersion: number;
  processDefinitionKey: string;
  elementId: string;
  elementInstanceKey: string;
  customHeaders: Readonly<Record<string, unknown>>;
  retries: number;
  /** Epoch milliseconds as text. */
  deadline: string;
  variables: Variables;
}

/** Zeebe's own headers on the jobs of task listeners. */
const RESERVED = 'io.camunda.zeebe:';

/** Turns the wire's job into ours; the engine's own headers become `userTask`. */
export function activatedJob(job: JobOnTheWire): ActivatedJob {
  const { caseNumber } = job.variables;
  const all = Object.entries(job.customHeaders).map(([name, value]) => [name, String(value)] as const);
  const reserved = new Map(
    all.filter(([name]) => name.startsWith(RESERVED)).map(([name, value]) => [name.slice(RESERVED.length), value]),
  );

  return {
    key: job.key,
    type: job.type,
    caseNumber: typeof caseNumber === 'string' ? caseNumber : undefined,
    processInstanceKey: job.processInstanceKey,
    processDefinitionId: job.bpmnProcessId,
    processDefinitionKey: job.processDefinitionKey,
    processDefinitionVersion: job.processDefinitionVersion,
    elementId: job.elementId,
    elementInstanceKey: job.elementInstanceKey,
    headers: Object.fromEntries(all.filter(([name]) => !name.startsWith(RESERVED))),
    retries: job.retries,
    deadline: new Date(Number(job.deadline)),
    userTask: userTask(reserved),
    variables: job.variables,
  };
}

function userTask(reserved: ReadonlyMap<string, string>): ListenerUserTask | undefined {
  const key = reserved.get('userTaskKey');
  if (key === undefined) return undefined;
  const text = (name: string) => optional(reserved.get(name));
  // FEEL writes a moment without seconds that are nought, and its zone behind its offset: 2019-12-21T09:00+08:00[Asia/Shanghai]
  const moment = (name: string) =>
    text(name)
      ?.replace(/\[.*\]$/u, '')
      .replace(/(T\d\d:\d\d)(?=[Z+-]|$)/u, '$1:00');

  return {
    key,
    candidateGroups: list(reserved.get('candidateGroups')),
    candidateUsers: list(reserved.get('candidateUsers')),
    assignee: text('assignee'),
    dueDate: moment('dueDate'),
    followUpDate: moment('followUpDate'),
    priority: Number(reserved.get('priority') ?? 50),
    formKey: text('formKey'),
    action: text('action'),
    changedAttributes: list(reserved.get('changedAttributes')),
  };
}

/** Lists travel as JSON text. */
function list(value: string | undefined): string[] {
  if (value === undefined || value === '') return [];
  const parsed: unknown = JSON.parse(value);

  return Array.isArray(parsed) ? parsed.map(String) : [];
}
