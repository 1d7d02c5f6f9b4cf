import type { Choices } from '../../api/contract/locality.js';
import type { RegisterCase } from '../../api/contract/register.js';
import { newRequestId } from '../api/request-id.js';

type Point = { longitude: number; latitude: number };

/** Where it goes: decided at the desk, or (`later`) by the form 受理分类 after registering. */
export type Way = 'handle' | 'answer' | 'same-matter' | 'emergency' | 'later';

/** What an agent has typed so far; the draft is exactly this. */
export interface IntakeFields {
  requestId: string;
  phone: string;
  name: string;
  channel: string;
  lineId?: string | undefined;
  confidential: boolean;
  title: string;
  text: string;
  /** ISO 8601 with offset. */
  occurredAt?: string | undefined;
  items: string[];
  attachments: string[];
  placeUnitId?: string | undefined;
  address: string;
  point?: Point | undefined;
  kind?: string | undefined;
  category?: string | undefined;
  urgency: 'normal' | 'urgent' | 'emergency';
  accusedUnitId?: string | undefined;
  /** By question. */
  answers: Record<string, string>;
  way: Way;
  mergeInto?: string | undefined;
  articleId?: string | undefined;
  answer: string;
}

export const emptyFields: IntakeFields = {
  requestId: '',
  phone: '',
  name: '',
  channel: 'phone',
  confidential: false,
  title: '',
  text: '',
  items: [],
  attachments: [],
  address: '',
  urgency: 'normal',
  answers: {},
  way: 'handle',
  answer: '',
};

/** A blank sheet for one more call. */
export const newFields = (): IntakeFields => ({ ...emptyFields, requestId: newRequestId() });

/** Whether there is anything that would be missed. */
export const hasContent = ({ phone, name, title, text, address, items, attachments }: IntakeFields): boolean =>
  [phone, name, title, text, address, ...items, ...attachments].some((typed) => typed.trim() !== '');

/** A draft that an older page saved may lack fields of today. */
export const fieldsOfDraft = (draft: Readonly<Record<string, unknown>>): IntakeFields => ({
  ...newFields(),
  ...(draft as Partial<IntakeFields>),
});

const longestOwnTitle = 30;

/** Without a title, the text's first sentence is one. */
export const titleOf = ({ title, text }: Pick<IntakeFields, 'title' | 'text'>): string =>
  title.trim() === '' ? (text.trim().split(/[。！？\n]/, 1)[0] ?? '').slice(0, longestOwnTitle) : title.trim();

/** The questions of a category, and those of the categories it belongs to. */
export function questionsOf(categories: Choices['categories'], category: string | undefined): string[] {
  const found = categories.find(({ value }) => value === category);
  if (found === undefined) return [];

  return [...questionsOf(categories, found.parent ?? undefined), ...found.questions];
}

/** What is handed in; blank parts are left out, and what belongs to a way that was not taken. */
export function reportOf(fields: IntakeFields, locality: string, questions: readonly string[]): RegisterCase {
  const { way } = fields;
  const said = questions.map((question) => ({ question, answer: (fields.answers[question] ?? '').trim() }));
  const answers = said.filter(({ answer }) => answer !== '');
  const items = itemsOf(fields);

  return {
    locality,
    requestId: fields.requestId,
    channel: fields.channel,
    title: titleOf(fields),
    text: fields.text.trim(),
    caller: { ...some('name', fields.name), ...some('phone', fields.phone) },
    place: { ...some('unitId', fields.placeUnitId), ...some('address', fields.address), ...pointOf(fields) },
    urgency: fields.urgency,
    confidential: fields.confidential,
    ...some('occurredAt', fields.occurredAt),
    ...some('kind', fields.kind),
    ...some('category', fields.category),
    ...some('lineId', fields.lineId),
    ...some('accusedUnitId', fields.accusedUnitId),
    ...(items.length === 0 ? {} : { items }),
    ...(answers.length === 0 ? {} : { answers }),
    ...(fields.attachments.length === 0 ? {} : { attachments: fields.attachments }),
    ...(way === 'later' ? {} : { branch: way }),
    ...(way === 'same-matter' ? some('mergeInto', fields.mergeInto) : {}),
    ...(way === 'answer' ? { ...some('articleId', fields.articleId), ...some('answer', fields.answer) } : {}),
  };
}

/** Several demands in one call; a single one is the text itself. */
const itemsOf = ({ items }: IntakeFields): { text: string }[] =>
  items.filter((item) => item.trim() !== '').map((item) => ({ text: item.trim() }));

const pointOf = ({ point }: IntakeFields) => (point === undefined ? {} : { point });

const some = <Name extends string>(name: Name, value: string | undefined): Partial<Record<Name, string>> =>
  value === undefined || value.trim() === '' ? {} : ({ [name]: value.trim() } as Record<Name, string>);
