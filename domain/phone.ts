import { parsePhoneNumberFromString, type PhoneNumber } from 'libphonenumber-js/max';
import { DomainError } from './domain-error.js';

/** Something that is no phone number of China, nor an international one. */
export class PhoneInvalidError extends DomainError {
  readonly code = 'PHONE_INVALID';

  constructor(options?: ErrorOptions) {
    super('电话号码无效：应为手机号、带区号的固定电话、服务短号（如 110、12345、95598）或 + 开头的国际号码', options);
  }
}

/** Short numbers in service: 110-type, 3-digit inquiries, 5-digit 12xxx/95xxx/96xxx/100xx, longer 116xxx/118xxx/123xx. */
const SHORT_CODE = /^(11[0249]|12[02]|114|100\d{2}|12[1-9]\d{2}|123\d{2}|95\d{3,4}|96\d{3,4}|11[68]\d{2,3})$/;

/**
 * One spelling for each number: `+8613800000000`, `+864363650000` (an area code may be left out with `areaCode`),
 * a short number as it is.
 * @param areaCode of the locality, e.g. `0436`, for local numbers without one
 * @throws PhoneInvalidError for anything else; the text is not repeated, it is personal data
 */
export function normalisePhone(text: string, areaCode?: string): string {
  const digits = text.normalize('NFKC').replace(/[\s\-()‐-―.]/g, '');
  if (SHORT_CODE.test(digits)) return digits;
  const local = /^[2-8]\d{6,7}$/.test(digits) && areaCode !== undefined ? `${areaCode}${digits}` : digits;
  const phone: PhoneNumber | undefined = /^\+?\d+$/.test(local) ? parsePhoneNumberFromString(local, 'CN') : undefined;
  if (phone?.isValid() !== true) throw new PhoneInvalidError();

  return phone.number;
}

/** Whether a number is a service number rather than a person's. */
export function isShortCode(phone: string): boolean {
  return SHORT_CODE.test(phone);
}

/** What may be shown of a number: `138****0000`, `0436-***0000`-like; short numbers are nobody's and shown whole. */
export function maskPhone(phone: string): string {
  if (isShortCode(phone)) return phone;
  const national = phone.replace(/^\+86/, '');
  const shown = Math.min(3, Math.max(0, national.length - 7));

  return `${national.slice(0, shown)}****${national.slice(-4)}`;
}
