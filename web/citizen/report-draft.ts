/** What somebody fills in; `unit` is the way down the network to the place. */
export interface ReportFields {
  requestId: string;
  text: string;
  occurredAt?: string;
  items?: { text?: string }[];
  unit?: string[];
  address?: string;
  point?: { longitude: number; latitude: number };
  attachments?: string[];
  name?: string;
  phone?: string;
  confidential?: boolean;
}

const key = 'huiyin.report';
const localityKey = 'huiyin.locality';

/** What is filled in so far, kept in this window alone until it is sent: a reload or a lost connection loses nothing. */
export const reportDraft = {
  read: (): Partial<ReportFields> => {
    try {
      return JSON.parse(sessionStorage.getItem(key) ?? '{}') as Partial<ReportFields>;
    } catch {
      return {};
    }
  },
  keep: (fields: Partial<ReportFields>): void => sessionStorage.setItem(key, JSON.stringify(fields)),
  forget: (): void => sessionStorage.removeItem(key),
};

/** The place that somebody chose last: nothing personal, so it is remembered. */
export const rememberedLocality = {
  get: (): string | null => localStorage.getItem(localityKey),
  set: (localityId: string): void => localStorage.setItem(localityKey, localityId),
};

const longestTitle = 40;

/** The first sentence: nobody is asked for a title of their own. */
export function titleOf(text: string): string {
  const first =
    text
      .trim()
      .split(/[。！？!?\n；;]/, 1)[0]
      ?.trim() ?? '';

  return first.length <= longestTitle ? first : `${first.slice(0, longestTitle - 1)}…`;
}
