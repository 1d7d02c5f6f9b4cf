export interface Definition {
  key: string;
  id: string;
  name: string | undefined;
  version: number;
  versionTag: string | undefined;
  resourceName: string;
}

export interface DefinitionFilter {
  id?: string;
  version?: number;
  /** Only the newest version of each process. */
  latest?: boolean;
}

export interface Definitions {
  search(filter?: DefinitionFilter): Promise<Definition[]>;
  get(key: string): Promise<Definition>;
  /** The diagram as it was deployed. */
  xml(key: string): Promise<string>;
}
