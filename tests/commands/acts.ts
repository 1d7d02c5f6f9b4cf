import { classifyCase } from '../../commands/classify-case.js';
import type { Deps } from '../../commands/deps.js';
import { dispatchOrder } from '../../commands/dispatch-order.js';
import type { Person } from '../../commands/person.js';
import type { Job } from '../../engine/jobs.js';
import type { FormData } from '../../models/orders.js';
import { AGENT, job, registered } from './workbench.js';

let tasks = 0;

/** What somebody handed in with a form of a case, as the engine's listeners keep it. */
export async function handedIn(
  { models, clock }: Pick<Deps, 'models' | 'clock'>,
  caseNumber: string,
  form: string,
  data: FormData,
  { by = AGENT, orderId, unitId }: { by?: Person; orderId?: string; unitId?: string } = {},
): Promise<void> {
  tasks += 1;
  const at = clock.now();
  const key = `${caseNumber}-${form}-${tasks}`;
  await models.tasks.insert({
    _id: key,
    caseNumber,
    orderId,
    unitId,
    formId: form,
    elementId: form,
    name: form,
    processId: 'testtown-case',
    version: 1,
    definitionKey: '7',
    processInstanceKey: '42',
    candidateGroups: [`testtown/${by.unitId ?? ''}/${by.roles[0] ?? ''}`],
    priority: 50,
    state: 'created',
    variables: {},
    createdAt: at,
  });
  await models.tasks.complete(key, { data, by: { userId: by.userId, unitId: by.unitId, name: by.name }, at });
}

/** A case whose order lies with the heating company: to be signed in 20 minutes, solved in three days. */
export async function dispatched(deps: Deps): Promise<{ caseNumber: string; orderId: string }> {
  const caseNumber = await registered(deps);
  await classifyCase(deps)({ caseNumber, kind: 'help', category: 'heat' }, job('classify-case'));
  const limits = { sign: '20m', solve: '3d' };
  const { orderId } = await dispatchOrder(deps)(
    { caseNumber, unitId: 'heating', role: 'lead', limits },
    {},
    job('dispatch-order'),
  );

  return { caseNumber, orderId };
}

/** The job a first time, and again after a process that remembers nothing; answers both answers. */
export async function twice<Answer>(
  { models }: Pick<Deps, 'models'>,
  caseNumber: string,
  type: string,
  act: (job: Job) => Promise<Answer>,
): Promise<[Answer, Answer]> {
  const same = job(type);
  const first = await act(same);
  const before = await recordOf(models, caseNumber);
  models.steps.tips.forget(caseNumber);
  const second = await act(same);
  const after = await recordOf(models, caseNumber);
  if (after !== before) throw new Error(`${type} come again changed the record from ${before} to ${after}`);

  return [first, second];
}

/** All that is kept of a case, as one text. */
async function recordOf(models: Deps['models'], caseNumber: string): Promise<string> {
  return JSON.stringify(
    await Promise.all([
      models.cases.find(caseNumber),
      models.steps.ofCase(caseNumber),
      models.orders.ofCase(caseNumber),
      models.documents.ofCase(caseNumber),
      models.notices.ofCase(caseNumber),
      models.meetings.ofCase(caseNumber),
      models.outbox.ofCase(caseNumber),
      models.cases.likeCases(caseNumber),
      models.connection.collection('ownership').find({ caseNumber }).toArray(),
    ]),
  );
}

/** The code a refusal carries, or what came instead. */
export async function refusal(act: Promise<unknown>): Promise<string> {
  try {
    return `no refusal but ${JSON.stringify(await act)}`;
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
}
