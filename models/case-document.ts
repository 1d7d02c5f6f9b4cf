import type { Branch, Item, Kind, Outcome, Stage, Urgency } from '../domain/case.js';
import type { Responsible } from '../domain/responsible.js';
import type { Lamp } from '../domain/supervision.js';
import type { Actor, Loose } from './collection.js';
import type { MaskedCaller } from './identity.js';
import type { StepDocument } from './steps.js';

/** Who reported: sealed for the few who may know, hashed to be found again, masked for all others. */
export interface SealedCaller {
  sealed?: string | undefined;
  phoneHash?: string | undefined;
  masked: MaskedCaller;
}

export interface Place {
  unitId?: string | undefined;
  address?: string | undefined;
  point?: { longitude: number; latitude: number } | undefined;
}

/** Where the case came from, when it was not told to this hotline first. */
export interface Origin {
  case?: string | undefined;
  platform?: string | undefined;
  number?: string | undefined;
}

/** What the caller said to a question that the category asks. */
export interface Said {
  question: string;
  answer: string;
}

/** A message to the engine that is not sent yet. */
export interface UnsentMessage {
  name: string;
  messageId: string;
  /** Who waits for it, when it is not the case itself. */
  correlationKey?: string | undefined;
  variables: Record<string, unknown>;
  /** What somebody asked for with it: goes to the record before the message goes to the engine. */
  record?: { key: string; act: string; by: Actor; data: Record<string, unknown> } | undefined;
}

/** Whoever reported takes the case back (撤诉). */
export interface Withdrawal {
  reason: string;
  at: Date;
  by: Actor;
}

/** A file that came with the report or with a task's form. */
export interface Attachment {
  fileId: string;
  name: string;
  mediaType: string;
  bytes: number;
  sha256: string;
  by: Actor;
  at: Date;
  /** Missing as long as the centre has decided nothing: then the unit that is complained about does not see it. */
  disclosure?: Disclosure | undefined;
}

/** Whether the unit that a case complains about may see an attachment, as the centre last decided. */
export interface Disclosure {
  shown: boolean;
  /** Which decision on this attachment it is: 1, 2, … */
  number: number;
  at: Date;
  by: Actor;
}

/** A closed case that begins anew, because whoever reported it says that it was not solved (重新办理). */
export interface Reopening {
  /** Of handling, that begins with it: 2, 3, … */
  round: number;
  reason: string;
  at: Date;
  by: Actor;
  /** How the round before ended, and the instance that ran it. */
  closedAt?: Date | undefined;
  outcome?: Outcome | undefined;
  processInstanceKey?: string | undefined;
}

/** The diagram that the case runs on. */
export interface CaseDefinition {
  key: string;
  id: string;
  version: number;
  tag?: string | undefined;
}

/** As cases keep it; what was kept before the parts were told apart has none. */
export type KeptResponsible = Omit<Responsible, 'part'> & Partial<Pick<Responsible, 'part'>>;

/** A case (诉求件). */
export interface CaseDocument {
  /** Case number, e.g. `BC-20191221-0001`. */
  _id: string;
  locality: string;
  stage: Stage;
  channel: string;
  kind?: Kind | undefined;
  category?: string | undefined;
  urgency?: Urgency | undefined;
  branch?: Branch | undefined;
  lineId?: string | undefined;
  origin?: Origin | undefined;
  title: string;
  /** Of the title, which never changes (models/words.ts); `insert` puts them in. Missing where it came before they were kept. */
  words?: string[] | undefined;
  text: string;
  items: Item[];
  /** Answers to the questions of its category. */
  answers?: Said[] | undefined;
  place?: Place | undefined;
  /** Missing where none ever came. */
  attachments?: Attachment[] | undefined;
  caller: SealedCaller;
  accusedUnitId?: string | undefined;
  confidential: boolean;
  codeHash: string;
  /** Of the request that registered it, where its sender named one. */
  requestHash?: string | undefined;
  occurredAt?: Date | undefined;
  wantedAt?: Date | undefined;
  registeredAt: Date;
  registeredBy: Actor;
  dueAt?: Date | undefined;
  warnAt?: Date | undefined;
  deadlineClass?: string | undefined;
  /** Last day, `YYYY-MM-DD`, on which what the units promised is to be done; holds while the case stands as promised. */
  promisedOn?: string | undefined;
  lamp?: Lamp | undefined;
  holder?: { unitId: string; orderId?: string | undefined } | undefined;
  responsible: KeptResponsible[];
  /** Units with a part in it: that registered it, hold or held an order, or answer for it (包保). */
  parties: string[];
  /** Those of them that do not only answer for it: they may learn who reported. Missing where it came before they were told apart. */
  handlers?: string[] | undefined;
  processInstanceKey?: string | undefined;
  definition?: CaseDefinition | undefined;
  round: number;
  callers: (SealedCaller & { caseNumber?: string | undefined })[];
  /** The case on the same matter that intake named; `mergedInto` once it is merged. */
  mergeInto?: string | undefined;
  mergedInto?: string | undefined;
  /** What the caller was answered at the desk, and from which article. */
  answered?: { articleId?: string | undefined; text: string } | undefined;
  likeOf?: string | undefined;
  withdrawal?: Withdrawal | undefined;
  /** Oldest first. */
  reopenings?: Reopening[] | undefined;
  outcome?: Outcome | undefined;
  closedAt?: Date | undefined;
  /** The first step, written in the same insert as the case; the relay copies it to `steps`. */
  opening: StepDocument;
  unsent: UnsentMessage[];
  /** Causes whose move was applied, newest last: a job that comes again moves nothing twice. */
  applied: string[];
}

/** What a move may change of a case; `undefined` leaves a field as it is. */
export type CaseChange = Loose<
  Omit<
    CaseDocument,
    | '_id'
    | 'locality'
    | 'stage'
    | 'title'
    | 'words'
    | 'opening'
    | 'unsent'
    | 'applied'
    | 'codeHash'
    | 'requestHash'
    | 'registeredAt'
    | 'attachments'
    | 'reopenings'
  >
>;

/** A set of cases that somebody may see: every condition that is named must hold. */
export interface CaseScope {
  locality?: string | undefined;
  confidential?: boolean | undefined;
  /** One of these units has or had a part in it. */
  unitIds?: readonly string[] | undefined;
  /** Registered by this person. */
  registeredBy?: string | undefined;
}

/** Filters of the list of cases; `text` is a part of the title, of one character or more. */
export interface CaseFilter {
  /** Only cases of at least one of these; none at all when it is empty. */
  scopes?: readonly CaseScope[] | undefined;
  localities?: readonly string[] | undefined;
  stages?: readonly Stage[] | undefined;
  kinds?: readonly string[] | undefined;
  categories?: readonly string[] | undefined;
  channels?: readonly string[] | undefined;
  lamps?: readonly Lamp[] | undefined;
  /** Any of these units has a part in it. */
  unitIds?: readonly string[] | undefined;
  phoneHash?: string | undefined;
  caseNumber?: string | undefined;
  from?: Date | undefined;
  until?: Date | undefined;
  text?: string | undefined;
  /** Open and past its deadline at this moment. */
  overdueAt?: Date | undefined;
  /** Leaves out cases that complain about one of these units. */
  notAccused?: readonly string[] | undefined;
  /** False leaves out confidential cases. */
  confidential?: boolean | undefined;
}

export type CaseSort = 'registeredAt' | '-registeredAt' | 'dueAt' | '-dueAt';
