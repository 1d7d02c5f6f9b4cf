/** Our keys are plain text; the REST client brands each kind of key with a type of its own: `never` fits them all. */
export function branded(key: string): never {
  return key as never;
}
