import type { FieldError } from '../contract/problem.js';

const deepest = 12;
/** Half of a surrogate pair, or a control character that no keyboard makes (line feed, carriage return and tab are text). */
const unfit = /\p{Surrogate}|[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/u;

/**
 * Texts of a request that cannot be kept as they are (half of an emoji, a control character), names that no field may have, and
 * nesting deeper than any form has. Walks without recursion, so that no body can exhaust the stack.
 */
export function findUnfitText(received: unknown): FieldError[] {
  const errors: FieldError[] = [];
  const open: { value: unknown; path: string; depth: number }[] = [{ value: received, path: '', depth: 0 }];

  for (let next = open.pop(); next !== undefined && errors.length < 20; next = open.pop()) {
    const { value, path, depth } = next;
    if (typeof value === 'string' && !isFit(value)) errors.push({ field: path, reason: '含有无法保存的字符' });
    if (typeof value !== 'object' || value === null) continue;
    if (depth >= deepest) return [{ field: path, reason: `嵌套不能超过 ${deepest} 层` }];
    for (const [key, inner] of Object.entries(value)) {
      const reason = nameFault(key);
      if (reason !== undefined) errors.push({ field: path || '/', reason });
      open.push({ value: inner, path: `${path}/${key.slice(0, 80)}`, depth: depth + 1 });
    }
  }

  return errors;
}

/** A database takes some names for commands of its own, a program for what every object has. */
function nameFault(name: string): string | undefined {
  if (!isFit(name)) return '字段名含有无法保存的字符';
  if (name.startsWith('$')) return '字段名不能以 $ 开头';

  return name === '__proto__' ? '没有字段 __proto__' : undefined;
}

function isFit(text: string): boolean {
  return !unfit.test(text);
}
