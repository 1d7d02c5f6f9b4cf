import type { Kind } from '../domain/case.js';
import { counterOf, formatNumber } from '../domain/numbering.js';
import { maskName, maskPhone } from '../domain/privacy.js';
import type { Attachment, CaseDocument, SealedCaller } from '../models/case-document.js';
import type { Actor } from '../models/collection.js';
import type { Locality } from '../procedures/locality.js';
import { linked, NO_STEP } from './append-step.js';
import { fileFacts, findAttachments, takeAttachments } from './attach-files.js';
import { checkDesk } from './check-desk.js';
import { checkReport, phoneOf, type Report } from './check-report.js';
import type { Deps } from './deps.js';
import { codeFor, registeredBefore, requestOf } from './register-once.js';
import { BadInputError } from './field-error.js';
import { relayCase } from './relay.js';

export interface Registered {
  caseNumber: string;
  /** With the number it opens the progress to whoever reported; told this once, kept as a hash only. */
  code: string;
  /** The same request had registered it earlier. */
  registeredBefore?: true;
}

type Needs = Pick<Deps, 'models' | 'engine' | 'clock' | 'localities' | 'identity' | 'log'>;

/**
 * Registers a case (登记). One insert holds the case, its first step and the message that starts its procedure: when this
 * answers, nothing can be lost any more. A report that comes again with the same `requestId`, for its first answer was lost, is
 * told the number and code of the first. Thrown LocalityUnknownError, BadInputError with every field that was wrong.
 */
export const registerCase = (deps: Needs) => {
  const register = registerAnew(deps);

  return async (report: Report, by: Actor): Promise<Registered> => {
    const { requestId, ...told } = report;
    const request = requestOf(told.locality, requestId, by);
    const before = await registeredBefore(deps, request);
    if (before !== undefined) return before;
    try {
      return await register(told, by, request);
    } catch (error) {
      // The same request at the same time: one of the two inserts wins.
      const other = await registeredBefore(deps, request);
      if (other !== undefined) return other;
      throw error;
    }
  };
};

function registerAnew(deps: Needs) {
  const relay = relayCase(deps);

  return async (report: Omit<Report, 'requestId'>, by: Actor, request: string | undefined): Promise<Registered> => {
    const locality = deps.localities.get(report.locality);
    const now = deps.clock.now();
    const errors = [...checkReport(report, locality, now), ...(await checkDesk(deps.models, report, locality))];
    if (errors.length > 0) throw new BadInputError(errors);
    const named = [{ field: '/attachments', fileIds: report.attachments ?? [] }];
    const attachments = await findAttachments(deps, named, { by });
    const caseNumber = await nextCaseNumber(deps, locality, now);
    const code = codeFor(deps, caseNumber, request);
    const document = newCase(deps, { report, attachments, locality, caseNumber, code, request, by, now });
    const taken = await takeAttachments(deps, attachments, { by, caseNumber });
    await deps.models.cases.insert(document).catch(async (error: unknown) => {
      await deps.models.files.release(taken, caseNumber);
      throw error;
    });
    // The message is safe in the case: should this first sending fail, the poller sends it.
    relay(document).catch((error: unknown) => deps.log.warn({ err: error, caseNumber }, 'message not sent yet'));

    return { caseNumber, code };
  };
}

/** The next number of the locality's cases on that day. */
export async function nextCaseNumber({ models }: Pick<Deps, 'models'>, locality: Locality, at: Date): Promise<string> {
  const pattern = locality.numbering.case;
  const parts = { at, timeZone: locality.timeZone };
  const seq = await models.counters.next(`case/${locality.id}/${counterOf(pattern, parts)}`);

  return formatNumber(pattern, { ...parts, seq });
}

interface NewCase {
  report: Omit<Report, 'requestId'>;
  attachments: Attachment[];
  locality: Locality;
  caseNumber: string;
  code: string;
  request: string | undefined;
  by: Actor;
  now: Date;
}

function newCase(deps: Needs, given: NewCase): CaseDocument {
  const { report, attachments, locality, caseNumber, code, request, by, now } = given;
  const { items = [], answers = [], kind, confidential = false, articleId, answer, ...told } = report;
  const files = attachments.length === 0 ? {} : { files: fileFacts(attachments) };
  const act = {
    caseNumber,
    cause: { key: `register:${caseNumber}` },
    act: 'register-case',
    by,
    data: {
      channel: report.channel,
      lineId: report.lineId,
      placeUnitId: report.place?.unitId,
      likeOf: report.likeOf,
      ...files,
      mergeInto: report.mergeInto,
      articleId,
    },
  };

  return {
    ...told,
    attachments: attachments.length === 0 ? undefined : attachments,
    _id: caseNumber,
    stage: 'registered',
    // The check let only kinds of the locality's list pass, and the list's schema only these.
    kind: kind as Kind | undefined,
    confidential,
    items: items.map(({ text }, index) => ({ itemId: String(index + 1), text, state: 'open' })),
    answers: [...answers],
    answered: answeredAs(articleId, answer, locality),
    caller: sealedCaller(deps, report, locality, caseNumber),
    codeHash: deps.identity.codeHash(caseNumber, code),
    requestHash: request === undefined ? undefined : deps.identity.requestHash(request),
    registeredAt: now,
    registeredBy: by,
    responsible: [],
    // What comes by the web is the centre's from the start: it must see a confidential one too.
    parties: [by.unitId ?? locality.center],
    handlers: [by.unitId ?? locality.center],
    round: 1,
    callers: [],
    opening: linked(NO_STEP, act, undefined, now),
    unsent: [startMessage({ locality: locality.id, _id: caseNumber })],
    applied: [],
  };
}

/** The words in which the caller was answered; those of the article when nothing else was written. */
function answeredAs(
  articleId: string | undefined,
  answer: string | undefined,
  { articles }: Locality,
): CaseDocument['answered'] {
  const text = answer ?? articles.find(({ id }) => id === articleId)?.body;

  return text === undefined ? undefined : { articleId, text };
}

/**
 * The message that starts a case's procedure. The engine runs one instance a correlation key at a time: a case that is reopened has
 * one of its own, for something of the first instance (an accountability) may still go on.
 */
export function startMessage(
  { locality, _id: caseNumber, reopenings = [] }: Pick<CaseDocument, '_id' | 'locality' | 'reopenings'>,
  attempt: string | number = 1,
): CaseDocument['unsent'][number] {
  return {
    name: `${locality}-case-registered`,
    messageId: `${caseNumber}#${attempt}`,
    ...(reopenings.length === 0 ? {} : { correlationKey: `${caseNumber}#${reopenings.length}` }),
    variables: { caseNumber, locality },
  };
}

function sealedCaller({ identity }: Needs, report: Report, locality: Locality, caseNumber: string): SealedCaller {
  const phone = phoneOf(report, locality);
  const name = report.caller?.name?.trim();
  if (phone === undefined && (name === undefined || name === '')) return { masked: {} };

  return {
    sealed: identity.seal({ name, phone }, caseNumber),
    phoneHash: phone === undefined ? undefined : identity.phoneHash(phone),
    masked: {
      name: name === undefined ? undefined : maskName(name),
      phone: phone === undefined ? undefined : maskPhone(phone),
    },
  };
}
