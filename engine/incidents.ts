export interface Incident {
  key: string;
  /** Zeebe's kind, e.g. `JOB_NO_RETRIES`, `UNHANDLED_ERROR_EVENT`, `IO_MAPPING_ERROR`. */
  type: string;
  message: string;
  elementId: string;
  elementInstanceKey: string;
  processInstanceKey: string;
  processDefinitionId: string;
  processDefinitionKey: string;
  createdAt: string;
  /** Set when a job waits behind the incident: it gets new retries before the incident is resolved. */
  jobKey: string | undefined;
}

export interface IncidentFilter {
  processInstanceKey?: string;
  processDefinitionId?: string;
  elementId?: string;
  type?: string;
}

export interface Incidents {
  /** The open ones, newest first. May lag behind in a cluster. */
  search(filter?: IncidentFilter): Promise<Incident[]>;
  get(key: string): Promise<Incident>;
  /** Lets the element try again: a waiting job gets `retries` (default 3) first, then the incident is resolved. */
  retry(key: string, retries?: number): Promise<void>;
}
