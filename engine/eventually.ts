/** Searches of a cluster lag behind its commands; we take what is there and do not wait for more. */
export const eventually = { consistency: { waitUpToMs: 0 } } as const;
