import { formOptions } from '../../commands/form-options.js';
import { componentsOf, type FormComponent } from '../../forms/schema.js';
import type { Locality } from '../../procedures/locality.js';
import type { TaskDocument } from '../../models/tasks.js';
import type { ApiDeps } from '../deps.js';
import { isAccused, visibleCases } from '../policies/case-policy.js';
import type { Person } from '../policies/person.js';
import type { TaskPage } from '../presenters/present-task.js';

type Options = TaskPage['options'];
type Needs = Pick<ApiDeps, 'models' | 'engine' | 'localities' | 'clock'>;

/** Most cases that are proposed as the same matter. */
const mostProposals = 20;

/** The form of a task as it was deployed with the task's own version, and the lists that it chooses from. */
export async function readTaskForm(
  deps: Needs,
  task: TaskDocument,
  person: Person,
): Promise<Pick<TaskPage, 'form' | 'options'>> {
  const form = await findForm(deps, task);
  const locality = task.locality === undefined ? undefined : deps.localities.get(task.locality);
  const options: Options = {};
  for (const key of valuesKeys(componentsOf(form?.schema ?? {}))) {
    options[key] = await optionsOf(deps, { key, task, person, locality });
  }

  return { form, options };
}

async function findForm({ models, engine }: Needs, task: TaskDocument): Promise<TaskPage['form']> {
  const procedure = await models.procedures.find(task.definitionKey);
  const own = task.formId === undefined ? undefined : procedure?.forms[task.formId];
  if (own !== undefined) return { formId: task.formId ?? '', schema: own };
  if (task.formKey === undefined || task.state !== 'created') return null;
  const deployed = await engine.tasks.form(task._id);

  return deployed === undefined ? null : { formId: deployed.id, schema: deployed.schema };
}

function valuesKeys(components: readonly FormComponent[]): Set<string> {
  return new Set(
    components.flatMap(({ valuesKey, components: inner = [] }) => [
      ...(valuesKey === undefined ? [] : [valuesKey]),
      ...valuesKeys(inner),
    ]),
  );
}

interface Choice {
  readonly key: string;
  readonly task: TaskDocument;
  readonly person: Person;
  readonly locality: Locality | undefined;
}

async function optionsOf(deps: Needs, { key, task, person, locality }: Choice): Promise<Options[string]> {
  if (key === 'sameMatter') return sameMatters(deps, task, person);
  const known = locality === undefined ? undefined : formOptions(locality, key, deps.clock.now());

  return [...(known ?? [])];
}

/** Open cases of the same caller or category that the person may see: what this one may be merged into. */
async function sameMatters({ models }: Needs, task: TaskDocument, person: Person): Promise<Options[string]> {
  const found = task.caseNumber === undefined ? null : await models.cases.find(task.caseNumber);
  // Other cases of the same caller would tell who complained.
  if (found === null || isAccused(person, found)) return [];
  const { phoneHash } = found.caller;
  const filters = [
    ...(phoneHash === undefined ? [] : [{ phoneHash }]),
    ...(found.category === undefined ? [] : [{ categories: [found.category] }]),
  ];
  const scope = { localities: [found.locality], scopes: visibleCases(person) };
  const paging = { page: 1, limit: mostProposals };
  const pages = await Promise.all(
    filters.map((filter) => models.cases.list({ ...scope, ...filter }, '-registeredAt', paging)),
  );
  const others = pages.flatMap(({ items }) => items).filter((one) => one._id !== found._id && one.stage !== 'closed');
  const titles = new Map(others.map(({ _id, title }) => [_id, title]));

  return [...titles].slice(0, mostProposals).map(([value, title]) => ({ label: `${value} ${title}`, value }));
}
