/** A file to deploy, under the name the engine knows it by: a changed content under the same name is a new version. */
export interface Resource {
  name: string;
  content: string;
}

export interface DeployedProcess {
  processDefinitionKey: string;
  /** BPMN process id, e.g. `fengjie-case`. */
  id: string;
  version: number;
  resourceName: string;
}

export interface DeployedForm {
  formKey: string;
  id: string;
  version: number;
  resourceName: string;
}

export interface DeployedDecision {
  decisionKey: string;
  id: string;
  name: string;
  version: number;
}

export interface Deployment {
  key: string;
  processes: DeployedProcess[];
  forms: DeployedForm[];
  decisions: DeployedDecision[];
}
