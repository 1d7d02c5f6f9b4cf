/** A moment as it leaves the API: ISO 8601 in UTC, or null where there is none. */
export function momentOrNull(at: Date | undefined): string | null {
  return at === undefined ? null : moment(at);
}

export function moment(at: Date): string {
  return at.toISOString();
}
