import type { RegisteredCase } from '../../api/contract/register.js';
import type { Me } from '../../api/contract/session.js';
import { call } from '../api/call.js';
import { titleOf, type ReportFields } from './report-draft.js';

/** Sends a report: as a stranger, or as the citizen who is signed in. */
export function sendReport(localityId: string, fields: ReportFields, me: Me | null): Promise<RegisteredCase> {
  const body = bodyOf(localityId, fields);

  return me === null ? call('reportCase', { body }) : call('registerCase', { body: { ...body, channel: 'web' } });
}

function bodyOf(locality: string, fields: ReportFields) {
  const { requestId, text, items = [], unit, point, attachments = [], confidential } = fields;
  const { address, occurredAt, name, phone } = fields;
  const filled = items.flatMap((item) => (item.text?.trim() ? [{ text: item.text.trim() }] : []));
  const unitId = unit?.at(-1);
  const place = {
    ...(unitId === undefined ? {} : { unitId }),
    ...words({ address }),
    ...(point === undefined ? {} : { point }),
  };
  const caller = words({ name, phone });

  return {
    locality,
    requestId,
    title: titleOf(text),
    text: text.trim(),
    ...(filled.length === 0 ? {} : { items: filled }),
    ...words({ occurredAt }),
    ...(Object.keys(place).length === 0 ? {} : { place }),
    ...(attachments.length === 0 ? {} : { attachments }),
    ...(Object.keys(caller).length === 0 ? {} : { caller }),
    ...(confidential === true ? { confidential } : {}),
  };
}

/** Only what was filled in. */
function words<Name extends string>(given: Record<Name, string | undefined>): Partial<Record<Name, string>> {
  const filled = Object.entries<string | undefined>(given).flatMap(([name, value]) =>
    value?.trim() ? [[name, value.trim()]] : [],
  );

  return Object.fromEntries(filled) as Partial<Record<Name, string>>;
}
