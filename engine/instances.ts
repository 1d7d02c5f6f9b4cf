import type { Variables } from './variables.js';

export type InstanceState = 'ACTIVE' | 'COMPLETED' | 'TERMINATED';

export interface Instance {
  key: string;
  processDefinitionId: string;
  processDefinitionKey: string;
  processDefinitionVersion: number;
  state: InstanceState;
  hasIncident: boolean;
  /** The instance that called this one, undefined for a case's own. */
  parentKey: string | undefined;
  startedAt: string;
  endedAt: string | undefined;
  tags: string[];
}

export interface InstanceFilter {
  state?: InstanceState;
  hasIncident?: boolean;
  processDefinitionId?: string;
  processDefinitionKey?: string;
  parentKey?: string;
  keys?: string[];
  tags?: string[];
}

export interface NewInstance {
  /** The latest version of this process id, or exactly this definition. */
  process: { id: string } | { key: string };
  variables: Variables;
  /** ASCII, a letter first, e.g. `case:BC-20191221-0001`. */
  tags?: string[];
  /** Start here and not at the start event. */
  startAt?: string[];
}

/** A step of an instance: an element that a token has entered. */
export interface Element {
  key: string;
  elementId: string;
  name: string;
  type: string;
  state: InstanceState;
  hasIncident: boolean;
  startedAt: string;
  endedAt: string | undefined;
}

/** How many tokens stand at, or went through, an element. */
export interface ElementCount {
  elementId: string;
  active: number;
  completed: number;
  canceled: number;
  incidents: number;
}

export interface Migration {
  targetProcessDefinitionKey: string;
  mappings: { from: string; to: string }[];
}

export interface Instances {
  create(instance: NewInstance): Promise<{ key: string; processDefinitionKey: string; version: number }>;
  get(key: string): Promise<Instance>;
  /** Newest first, at most `limit` (default 1,000). May lag behind in a cluster. */
  search(filter: InstanceFilter, limit?: number): Promise<Instance[]>;
  cancel(key: string): Promise<void>;
  elements(key: string): Promise<Element[]>;
  /** Ids of the sequence flows that were taken, each once. */
  sequenceFlows(key: string): Promise<string[]>;
  statistics(key: string): Promise<ElementCount[]>;
  setVariables(elementInstanceKey: string, variables: Variables): Promise<void>;
  migrate(key: string, migration: Migration): Promise<void>;
}
