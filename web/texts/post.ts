/** Who acted, as people say it: the name of a post often begins with its unit already. */
export function postName(unit: string | null, name: string | null): string {
  if (unit === null || unit === '' || name?.startsWith(unit) === true) return name ?? '';

  return [unit, name].filter(Boolean).join(' ');
}
