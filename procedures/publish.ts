import { DomainError } from '../domain/domain-error.js';
import type { Deployment } from '../engine/deployments.js';
import type { Engine } from '../engine/engine.js';
import { EngineNotFoundError } from '../engine/errors.js';
import type { Procedures } from '../models/procedures.js';
import type { PublicationDocument, Publications } from '../models/publications.js';
import { describeElements } from './describe-process.js';
import { readDiagram, taggedXml, type Diagram } from './diagram.js';
import { filesOf, hashOf, type ProcedureFile } from './resources.js';

/** A tag stands for one content for ever. */
export class TagTakenError extends DomainError {
  readonly code = 'TAG_TAKEN';

  constructor(locality: string, tag: string, options?: ErrorOptions) {
    super(`${locality} 的版本号 ${tag} 已发布过另一份内容，请换一个版本号`, options);
  }
}

/** A folder without a process has nothing to publish. */
export class NothingToPublishError extends DomainError {
  readonly code = 'NOTHING_TO_PUBLISH';

  constructor(locality: string, options?: ErrorOptions) {
    super(`${locality} 的文件夹中没有流程 ${locality}-case`, options);
  }
}

export interface PublishDeps {
  readonly engine: Pick<Engine, 'deploy' | 'definitions'>;
  readonly procedures: Pick<Procedures, 'put'>;
  readonly publications: Pick<Publications, 'put' | 'latest' | 'ofLocality'>;
}

/** Which locality, under which tag, and who publishes when and why. */
export interface PublishRequest {
  readonly locality: string;
  /** Folder of all procedures (`bpmn/`). */
  readonly root: string;
  /** Without one, the first 8 letters of the content's hash. */
  readonly tag?: string | undefined;
  readonly by: string;
  readonly at: Date;
  readonly reason: string;
}

/** `isNew` is false when the newest publication has the same content, all its keys, and the engine still knows it. */
export interface PublishResult {
  readonly publication: PublicationDocument;
  readonly isNew: boolean;
}

/**
 * Publishes a locality's procedure: all its files in one deployment, so that cases keep the diagrams, tables and forms
 * they began with; then the record of who, when and why.
 * @throws TagTakenError, NothingToPublishError, DiagramUnreadableError, EngineError (DEPLOYMENT_REFUSED: nothing was taken)
 */
export async function publishLocality(deps: PublishDeps, request: PublishRequest): Promise<PublishResult> {
  const files = filesOf(request.locality, request.root);
  const hash = hashOf(files);
  const tag = request.tag ?? hash.slice(0, 8);
  const latest = await deps.publications.latest(request.locality);
  const isComplete = latest?.hash === hash && latest.decisions !== undefined;
  if (isComplete && (await isDeployed(deps, latest))) return { publication: latest, isNew: false };
  await refuseTakenTag(deps, request.locality, tag, hash);

  const diagrams = await Promise.all(files.filter(isDiagram).map(({ name, content }) => readDiagram(name, content)));
  if (!diagrams.some(({ processes }) => processes.some(({ id }) => id === `${request.locality}-case`)))
    throw new NothingToPublishError(request.locality);
  const deployment = await deps.engine.deploy(await resourcesOf(files, diagrams, tag));
  const publication = publicationOf({ ...request, tag }, hash, deployment);
  await recordProcedures(deps, publication, deployment, diagrams, files);
  await deps.publications.put(publication);

  return { publication, isNew: true };
}

async function isDeployed({ engine }: PublishDeps, { definitionKeys }: PublicationDocument): Promise<boolean> {
  const [caseKey] = definitionKeys;
  if (caseKey === undefined) return false;
  try {
    await engine.definitions.get(caseKey);

    return true;
  } catch (error) {
    if (error instanceof EngineNotFoundError) return false;
    throw error;
  }
}

async function refuseTakenTag({ publications }: PublishDeps, locality: string, tag: string, hash: string) {
  const taken = (await publications.ofLocality(locality)).some((one) => one.tag === tag && one.hash !== hash);
  if (taken) throw new TagTakenError(locality, tag);
}

function isDiagram({ kind }: ProcedureFile): boolean {
  return kind === 'diagram';
}

async function resourcesOf(files: readonly ProcedureFile[], diagrams: readonly Diagram[], tag: string) {
  const others = files.filter((file) => !isDiagram(file)).map(({ name, content }) => ({ name, content }));
  const tagged = diagrams.map(async (diagram) => ({ name: diagram.file, content: await taggedXml(diagram, tag) }));

  return [...(await Promise.all(tagged)), ...others];
}

function publicationOf(
  { locality, tag, by, at, reason }: PublishRequest & { tag: string },
  hash: string,
  { key, processes, decisions }: Deployment,
): PublicationDocument {
  const first = processes.filter(({ id }) => id === `${locality}-case`);
  const rest = processes.filter(({ id }) => id !== `${locality}-case`);

  return {
    _id: `${locality}@${tag}`,
    locality,
    tag,
    by,
    at,
    reason,
    deploymentKey: key,
    definitionKeys: [...first, ...rest].map(({ processDefinitionKey }) => processDefinitionKey),
    decisions: Object.fromEntries(decisions.map(({ id, decisionKey }) => [id, decisionKey])),
    hash,
  };
}

async function recordProcedures(
  { procedures }: PublishDeps,
  { locality, tag, at }: PublicationDocument,
  deployment: Deployment,
  diagrams: readonly Diagram[],
  files: readonly ProcedureFile[],
): Promise<void> {
  const forms = formsById(files);
  for (const { id, processDefinitionKey, version } of deployment.processes) {
    const diagram = diagrams.find(({ processes }) => processes.some((process) => process.id === id));
    const elements = diagram === undefined ? {} : describeElements(diagram, id);
    const used = Object.values(elements).flatMap(({ formId }) => (formId === undefined ? [] : [formId]));
    await procedures.put({
      _id: processDefinitionKey,
      processId: id,
      locality,
      version,
      tag,
      deployedAt: at,
      elements,
      forms: Object.fromEntries(
        used.flatMap((formId) => (forms[formId] === undefined ? [] : [[formId, forms[formId]]])),
      ),
    });
  }
}

/** The form-js schemas of a deployment, by the id inside the file. */
function formsById(files: readonly ProcedureFile[]): Record<string, Record<string, unknown>> {
  const forms = files
    .filter(({ kind }) => kind === 'form')
    .map(({ content }) => JSON.parse(content) as Record<string, unknown> & { id: string });

  return Object.fromEntries(forms.map((form) => [form.id, form]));
}
