import { normalisePhone } from '../../domain/phone.js';

/** Whether a text is a day of these two centuries, `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  const at = /^2[01]\d\d-\d\d-\d\d$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;

  return at !== undefined && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

/** A local number of some locality without its area code: which one it is, the locality knows. */
const localNumber = /^[2-8]\d{6,7}$/;

/** Whether a number can be called back: mobile, landline, short line, or foreign with `+` (`domain/phone`). */
export function isPhone(text: string): boolean {
  if (localNumber.test(text)) return true;
  try {
    return normalisePhone(text) !== '';
  } catch {
    return false;
  }
}
