/** An id for one report: sent again after a lost answer, it is not registered twice. Works without TLS, unlike `randomUUID`. */
export const newRequestId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
