import { Type, type Static } from 'typebox';
import { CaseNumber, Fields, Id, Line } from './fields.js';
import { FileIds } from './file.js';
import { Branch, Urgency } from './words.js';

/** WGS 84, degrees. */
export const Point = Fields({
  longitude: Type.Number({ minimum: -180, maximum: 180 }),
  latitude: Type.Number({ minimum: -90, maximum: 90 }),
});

export const Place = Fields({
  unitId: Type.Optional(Id),
  address: Type.Optional(Line(200)),
  point: Type.Optional(Point),
});

/** The person who reports. A phone is any number that can be called back from China, a short line (12345) included. */
export const Caller = Fields({
  name: Type.Optional(Line(40)),
  phone: Type.Optional(Type.String({ format: 'phone', maxLength: 32 })),
});

/** What was said to a question that the category asks. */
export const Said = Fields({ question: Line(120), answer: Line(500) });

/** Made by whoever sends, anew for each report. Guessed by nobody: it gives back the code of what was registered with it. */
const RequestId = Type.String({
  pattern: '^[0-9A-Za-z-]{16,64}$',
  maxLength: 64,
  description: '同一编号再次提交，不会重复登记',
});

/** `occurredAt` may lie in the past, never in the future; `wantedAt` (a wanted appointment) never in the past. */
const told = {
  locality: Id,
  requestId: Type.Optional(RequestId),
  title: Line(120),
  text: Line(5000),
  items: Type.Optional(Type.Array(Fields({ text: Line(1000) }), { maxItems: 20 })),
  place: Type.Optional(Place),
  caller: Type.Optional(Caller),
  occurredAt: Type.Optional(Type.String({ format: 'date-time' })),
  wantedAt: Type.Optional(Type.String({ format: 'date-time' })),
  accusedUnitId: Type.Optional(Id),
  attachments: Type.Optional(FileIds),
};

/** What a citizen or a stranger reports; the classification is the hotline's. Whoever asks for it is heard in confidence. */
export const ReportCase = Fields({
  ...told,
  kind: Type.Optional(Id),
  confidential: Type.Optional(Type.Boolean({ description: '要求保密：只有办理人员能看到' })),
});
export type ReportCase = Static<typeof ReportCase>;

/**
 * What an agent registers, with the full classification where it is known already. Branch `same-matter` goes with `mergeInto`,
 * branch `answer` with `articleId`, `answer` (the words that were said; the article's without), or both.
 */
export const RegisterCase = Fields({
  ...told,
  channel: Id,
  kind: Type.Optional(Id),
  category: Type.Optional(Id),
  urgency: Type.Optional(Urgency),
  branch: Type.Optional(Branch),
  mergeInto: Type.Optional(CaseNumber),
  articleId: Type.Optional(Id),
  answer: Type.Optional(Line(2000)),
  answers: Type.Optional(Type.Array(Said, { maxItems: 20 })),
  lineId: Type.Optional(Id),
  confidential: Type.Optional(Type.Boolean()),
  origin: Type.Optional(
    Fields({
      case: Type.Optional(CaseNumber),
      platform: Type.Optional(Line(80)),
      number: Type.Optional(Line(80)),
    }),
  ),
});
export type RegisterCase = Static<typeof RegisterCase>;

/** The code is shown this once: with the number it opens the progress to whoever reported. */
export const RegisteredCase = Fields({
  caseNumber: CaseNumber,
  code: Type.String(),
  registeredBefore: Type.Optional(
    Type.Boolean({ description: '此前已凭同一 requestId 登记；内容以第一次提交的为准，这一次没有再登记' }),
  ),
});
export type RegisteredCase = Static<typeof RegisteredCase>;
