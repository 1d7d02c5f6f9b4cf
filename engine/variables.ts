/** Process variables: keys and decisions as plain JSON, never personal data. */
export type Variables = Readonly<Record<string, unknown>>;
