CREATE TABLE meta (name TEXT PRIMARY KEY, value INTEGER) WITHOUT ROWID;

CREATE TABLE process_definitions (
  key INTEGER PRIMARY KEY, id TEXT, name TEXT, version INTEGER, version_tag TEXT, resource_name TEXT,
  tenant_id TEXT, deployment_key INTEGER, xml TEXT,
  start_form_id TEXT, start_form_binding TEXT, start_form_version_tag TEXT, deleted INTEGER DEFAULT 0);
CREATE INDEX process_definitions_by_id ON process_definitions (id, version);

CREATE TABLE elements (
  process_definition_key INTEGER, id TEXT, name TEXT,
  PRIMARY KEY (process_definition_key, id)) WITHOUT ROWID;

CREATE TABLE decision_requirements (
  key INTEGER PRIMARY KEY, id TEXT, name TEXT, version INTEGER, resource_name TEXT, tenant_id TEXT, xml TEXT,
  deleted INTEGER DEFAULT 0);

CREATE TABLE decision_definitions (
  key INTEGER PRIMARY KEY, id TEXT, name TEXT, version INTEGER, version_tag TEXT, tenant_id TEXT,
  requirements_id TEXT, requirements_key INTEGER, deleted INTEGER DEFAULT 0);

CREATE TABLE forms (
  key INTEGER PRIMARY KEY, id TEXT, version INTEGER, version_tag TEXT, resource_name TEXT, tenant_id TEXT,
  deployment_key INTEGER, schema TEXT, deleted INTEGER DEFAULT 0);
CREATE INDEX forms_by_id ON forms (id, version);

CREATE TABLE process_instances (
  key INTEGER PRIMARY KEY, process_definition_key INTEGER, process_id TEXT, version INTEGER, state TEXT,
  start_date INTEGER, end_date INTEGER, parent_process_instance_key INTEGER, parent_element_instance_key INTEGER,
  tags TEXT, tenant_id TEXT);
CREATE INDEX process_instances_by_definition ON process_instances (process_definition_key, state);
CREATE INDEX process_instances_by_parent ON process_instances (parent_process_instance_key)
  WHERE parent_process_instance_key IS NOT NULL;
CREATE INDEX process_instances_by_end ON process_instances (end_date) WHERE end_date IS NOT NULL;

CREATE TABLE tags (tag TEXT, process_instance_key INTEGER, PRIMARY KEY (tag, process_instance_key)) WITHOUT ROWID;
CREATE INDEX tags_by_instance ON tags (process_instance_key);

CREATE TABLE element_instances (
  key INTEGER PRIMARY KEY, process_instance_key INTEGER, process_definition_key INTEGER, process_id TEXT,
  element_id TEXT, type TEXT, state TEXT, start_date INTEGER, end_date INTEGER, scope_key INTEGER, tenant_id TEXT);
CREATE INDEX element_instances_by_instance ON element_instances (process_instance_key);

CREATE TABLE sequence_flows (
  process_instance_key INTEGER, flow_id TEXT, process_definition_key INTEGER, process_id TEXT, tenant_id TEXT,
  PRIMARY KEY (process_instance_key, flow_id)) WITHOUT ROWID;

CREATE TABLE incidents (
  key INTEGER PRIMARY KEY, process_instance_key INTEGER, process_definition_key INTEGER, process_id TEXT,
  element_id TEXT, element_instance_key INTEGER, error_type TEXT, error_message TEXT, error_hash INTEGER,
  state TEXT, creation_time INTEGER, job_key INTEGER, tenant_id TEXT);
CREATE INDEX incidents_by_instance ON incidents (process_instance_key);

-- Every instance and element instance that an incident lies within, through call activities up to the root.
CREATE TABLE incident_ancestors (
  ancestor_key INTEGER, incident_key INTEGER, active INTEGER,
  PRIMARY KEY (ancestor_key, incident_key)) WITHOUT ROWID;
CREATE INDEX incident_ancestors_by_incident ON incident_ancestors (incident_key);

CREATE TABLE user_tasks (
  key INTEGER PRIMARY KEY, process_instance_key INTEGER, process_definition_key INTEGER, process_id TEXT,
  version INTEGER, element_id TEXT, element_instance_key INTEGER, state TEXT, assignee TEXT,
  candidate_groups TEXT, candidate_users TEXT, due_date INTEGER, follow_up_date INTEGER, creation_date INTEGER,
  completion_date INTEGER, priority INTEGER, form_key INTEGER, external_form_reference TEXT, custom_headers TEXT,
  tenant_id TEXT);
CREATE INDEX user_tasks_by_instance ON user_tasks (process_instance_key);
CREATE INDEX user_tasks_by_state ON user_tasks (state, assignee);

-- Open jobs only. phase: what the engine would do with the job now (ACTIVATABLE, ACTIVATED, BACKOFF, STUCK);
-- state: what Camunda's search calls it.
CREATE TABLE jobs (
  key INTEGER PRIMARY KEY, type TEXT, phase TEXT, state TEXT, worker TEXT, retries INTEGER, deadline INTEGER,
  backoff_until INTEGER, kind TEXT, listener_event_type TEXT, custom_headers TEXT, error_code TEXT,
  error_message TEXT, denied INTEGER, denied_reason TEXT, process_instance_key INTEGER,
  process_definition_key INTEGER, process_id TEXT, element_id TEXT, element_instance_key INTEGER, tenant_id TEXT);
CREATE INDEX jobs_by_type ON jobs (type, phase);
CREATE INDEX jobs_by_instance ON jobs (process_instance_key);

CREATE TABLE timers (
  key INTEGER PRIMARY KEY, due_date INTEGER, element_id TEXT, process_instance_key INTEGER,
  element_instance_key INTEGER, process_definition_key INTEGER);
CREATE INDEX timers_by_due_date ON timers (due_date);

CREATE TABLE variables (
  key INTEGER PRIMARY KEY, name TEXT, value TEXT, truncated INTEGER, scope_key INTEGER,
  process_instance_key INTEGER, tenant_id TEXT);
CREATE INDEX variables_by_instance ON variables (process_instance_key, name);
CREATE INDEX variables_by_scope ON variables (scope_key);
