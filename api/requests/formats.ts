import { normalisePhone } from '../../domain/phone.js';

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
