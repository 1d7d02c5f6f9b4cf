/** What an operator may ask the engine itself. `engine`: address of its REST door. Thrown Error with its words when refused. */
export async function askEngine(engine: string, method: string, path: string, body?: object): Promise<unknown> {
  const answer = await fetch(`${engine}/v2${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);

  return text === '' ? undefined : JSON.parse(text);
}

/** Starts an instance at an element in the middle. Answers its key. */
export async function startAt(
  engine: string,
  processDefinitionId: string,
  elementId: string,
  variables: object,
): Promise<string> {
  const body = { processDefinitionId, variables, startInstructions: [{ elementId }] };
  const { processInstanceKey } = (await askEngine(engine, 'POST', '/process-instances', body)) as {
    processInstanceKey: string;
  };

  return processInstanceKey;
}

export const setVariables = (engine: string, elementInstanceKey: string, variables: object) =>
  askEngine(engine, 'PUT', `/element-instances/${elementInstanceKey}/variables`, { variables });
