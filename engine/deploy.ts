import type { Call } from './call.js';
import type { Clients } from './clients.js';
import type { Deployment, Resource } from './deployments.js';
import { DeploymentRefusedError, EngineRefusedError } from './errors.js';
import { reasonOf } from './fault.js';

type Grpc = Clients['grpc'];
type GrpcResource = Parameters<Grpc['deployResources']>[0][number];

interface Deployed {
  process?: { processDefinitionKey: string; bpmnProcessId: string; version: number; resourceName: string } | null;
  form?: { formKey: string; formId: string; version: number; resourceName: string } | null;
  decision?: { decisionKey: string; dmnDecisionId: string; dmnDecisionName: string; version: number } | null;
}

/** Repeatable: the engine makes no new version of bytes it has. */
export async function deploy(grpc: Grpc, call: Call, resources: readonly Resource[]): Promise<Deployment> {
  try {
    const { key, deployments } = await call('deployResources', () => grpc.deployResources(resources.map(grpcResource)));

    return { key, ...sorted(deployments as Deployed[]) };
  } catch (error) {
    if (!(error instanceof EngineRefusedError)) throw error;
    throw new DeploymentRefusedError(reasonOf(error.cause), { cause: error });
  }
}

function grpcResource({ name, content }: Resource): GrpcResource {
  const bytes = Buffer.from(content, 'utf8');
  if (name.endsWith('.dmn')) return { name, decision: bytes };
  if (name.endsWith('.form')) return { name, form: bytes };

  return { name, process: bytes };
}

function sorted(deployed: readonly Deployed[]): Omit<Deployment, 'key'> {
  const processes = deployed.flatMap(({ process }) => process ?? []);
  const forms = deployed.flatMap(({ form }) => form ?? []);
  const decisions = deployed.flatMap(({ decision }) => decision ?? []);

  return {
    processes: processes.map(({ processDefinitionKey, bpmnProcessId, version, resourceName }) => ({
      processDefinitionKey,
      id: bpmnProcessId,
      version,
      resourceName,
    })),
    forms: forms.map(({ formKey, formId, version, resourceName }) => ({ formKey, id: formId, version, resourceName })),
    decisions: decisions.map(({ decisionKey, dmnDecisionId, dmnDecisionName, version }) => ({
      decisionKey,
      id: dmnDecisionId,
      name: dmnDecisionName,
      version,
    })),
  };
}
