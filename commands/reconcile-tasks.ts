import { EngineNotFoundError, TaskNotFoundError } from '../engine/errors.js';
import type { UserTask, UserTaskState } from '../engine/user-tasks.js';
import { SYSTEM } from '../models/collection.js';
import type { TaskDocument } from '../models/tasks.js';
import { YOUNG_MS, type Finding, type ReconcileNeeds, type Rest } from './reconcile.js';
import { actorOf } from './task-assigned.js';

/** Rows looked at in a pass, and how many of them between two rests. */
const BATCH = 200;
const PART = 25;
/** Open tasks of the engine looked at between two rests, and how often in a pass. */
const PAGE = 100;
const PAGES = 50;

const OVER = new Set<UserTaskState>(['COMPLETED', 'CANCELED']);

/** Rows that say open or closed when the task is not, and tasks without a row. */
export const reconcileTasks = (deps: ReconcileNeeds) => {
  let after = '';
  let next: string | undefined;

  return async (rest: Rest): Promise<Finding[]> => {
    const before = new Date(deps.clock.now().getTime() - YOUNG_MS);
    const rows = await deps.models.tasks.openBefore(before, after, BATCH);
    after = rows.length < BATCH ? '' : (rows.at(-1)?._id ?? '');
    const findings: Finding[] = [];
    for (const [index, row] of rows.entries()) {
      if (index % PART === 0) await rest();
      findings.push(...(await closeIfOver(deps, row)));
    }
    const repaired = new Set(findings.map(({ key }) => key));
    const bare = await deps.models.tasks.withoutStage(BATCH);
    const open = [...bare, ...rows].filter(({ _id }) => !repaired.has(_id));
    findings.push(...(await moveStages(deps, open)));
    for (let page = 0; page < PAGES; page += 1) {
      await rest();
      const { tasks, next: following } = await deps.engine.tasks.open(next, PAGE);
      findings.push(...(await compareOpen(deps, tasks, before)));
      next = following;
      if (next === undefined) break; // the next pass begins anew
    }

    return findings;
  };
};

/** Where its case stands is written after the case: a crash in between, and rows from before it was kept, are put right here. */
async function moveStages(
  { models }: ReconcileNeeds,
  rows: readonly Pick<TaskDocument, '_id' | 'caseNumber' | 'stage'>[],
): Promise<Finding[]> {
  const numbers = [...new Set(rows.flatMap(({ caseNumber }) => caseNumber ?? []))];
  const stages = new Map((await models.cases.findMany(numbers)).map(({ _id, stage }) => [_id, stage]));
  const stale = new Map<string, Finding>();
  for (const { _id, caseNumber = '', stage } of rows) {
    const now = stages.get(caseNumber);
    if (now === undefined || now === stage) continue;
    await models.tasks.setStage(caseNumber, now);
    stale.set(_id, { kind: 'task-row-stale', caseNumber, key: _id, repaired: true });
  }

  return [...stale.values()];
}

async function closeIfOver(deps: ReconcileNeeds, row: TaskDocument): Promise<Finding[]> {
  const { models, engine, clock } = deps;
  const task = await look(engine, row._id);
  if (task !== undefined && !OVER.has(task.state)) return moveDue(deps, row, task);
  if (task?.state === 'COMPLETED') {
    const user = task.assignee === undefined ? null : await models.users.find(task.assignee);
    const by = row.pending?.by ?? actorOf(user, task.assignee) ?? SYSTEM;
    const { data = {}, at = clock.now(), files } = row.pending ?? {};
    await models.tasks.complete(row._id, { data, by, at, files });
    if (row.caseNumber !== undefined && files !== undefined) await models.cases.attach(row.caseNumber, files);
  } else await models.tasks.cancel(row._id, clock.now());

  return [{ kind: 'task-row-stale', caseNumber: row.caseNumber, key: row._id, repaired: true }];
}

/** A deadline that was moved in the engine alone, e.g. in Camunda's Tasklist. */
async function moveDue({ models }: ReconcileNeeds, row: TaskDocument, { dueDate }: UserTask): Promise<Finding[]> {
  const dueAt = dueDate === undefined ? undefined : new Date(dueDate);
  if (dueAt === undefined || dueAt.getTime() === row.dueAt?.getTime()) return [];
  await models.tasks.moveDue(row._id, dueAt);

  return [{ kind: 'task-row-stale', caseNumber: row.caseNumber, key: row._id, repaired: true }];
}

/** Tasks that are open in the engine, and have no row or a closed one. */
async function compareOpen(deps: ReconcileNeeds, open: readonly UserTask[], before: Date): Promise<Finding[]> {
  const rows = new Map((await deps.models.tasks.findMany(open.map(({ key }) => key))).map((row) => [row._id, row]));
  const findings: Finding[] = [];
  for (const task of open) {
    const row = rows.get(task.key);
    if (row === undefined && new Date(task.createdAt ?? 0) < before) findings.push(await addRow(deps, task));
    if (row?.completedAt !== undefined && row.completedAt < before) findings.push(...(await reopen(deps, task)));
  }

  return findings;
}

async function addRow(deps: ReconcileNeeds, task: UserTask): Promise<Finding> {
  const row = await rowOf(deps, task);
  await deps.models.tasks.insert(row);

  return { kind: 'task-row-missing', caseNumber: row.caseNumber, key: task.key, repaired: true };
}

/** A search shows a task as open for a while after it was closed: the task itself is asked. */
async function reopen({ models, engine }: ReconcileNeeds, { key }: UserTask): Promise<Finding[]> {
  if ((await look(engine, key))?.state !== 'CREATED') return [];
  await models.tasks.reopen(key);
  const row = await models.tasks.find(key);

  return [{ kind: 'task-row-stale', caseNumber: row?.caseNumber, key, repaired: true }];
}

/** What the engine's search tells of a task; its order is not known there. */
async function rowOf(deps: ReconcileNeeds, task: UserTask): Promise<TaskDocument> {
  const [procedure, root] = await Promise.all([
    deps.models.procedures.find(task.processDefinitionKey),
    rootOf(deps.engine, task.processInstanceKey),
  ]);
  const found = await deps.models.cases.ofInstance(root);
  const element = procedure?.elements[task.elementId];

  return {
    _id: task.key,
    caseNumber: found?._id,
    caseTitle: found?.title,
    stage: found?.stage,
    locality: found?.locality ?? procedure?.locality,
    confidential: found?.confidential,
    unitId: task.candidateGroups[0]?.split('/')[1],
    elementId: task.elementId,
    name: element?.label ?? task.name ?? task.elementId,
    formId: element?.formId,
    processId: task.processDefinitionId,
    version: task.processDefinitionVersion,
    definitionKey: task.processDefinitionKey,
    processInstanceKey: task.processInstanceKey,
    candidateGroups: task.candidateGroups,
    assignee: task.assignee,
    dueAt: task.dueDate === undefined ? undefined : new Date(task.dueDate),
    priority: task.priority,
    lamp: found?.lamp,
    state: 'created',
    variables: {},
    createdAt: task.createdAt === undefined ? deps.clock.now() : new Date(task.createdAt),
  };
}

/** The instance that the case holds: the one that called the one that called … this one. */
async function rootOf(engine: ReconcileNeeds['engine'], key: string): Promise<string> {
  try {
    const { parentKey } = await engine.instances.get(key);

    return parentKey === undefined ? key : await rootOf(engine, parentKey);
  } catch (error) {
    if (error instanceof EngineNotFoundError) return key;
    throw error;
  }
}

async function look(engine: ReconcileNeeds['engine'], key: string): Promise<UserTask | undefined> {
  try {
    return await engine.tasks.get(key);
  } catch (error) {
    if (error instanceof TaskNotFoundError || error instanceof EngineNotFoundError) return undefined;
    throw error;
  }
}
