import { isValidPhoneNumber } from 'libphonenumber-js/max';

/** Short lines that a caller may be reached at and that no number plan lists: 110, 12345, 95598, 10086, 96110. */
const shortLine = /^(11[0-9]|12[0-9]|12[0-9]{3}|95[0-9]{3,4}|96[0-9]{3,4}|100[0-9]{2})$/;

/** Whether a number can be dialled from China: mobile, landline with area code, foreign with +, or a short line. */
export function isPhone(text: string): boolean {
  return shortLine.test(text) || isValidPhoneNumber(text, 'CN');
}
