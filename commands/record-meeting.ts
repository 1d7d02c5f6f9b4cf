import { dueAt } from '../domain/deadline.js';
import { isoWithOffset } from '../domain/local-time.js';
import type { OrderRole } from '../domain/order.js';
import type { Job } from '../engine/jobs.js';
import type { FormData } from '../models/orders.js';
import { calendarOf, type Locality } from '../procedures/locality.js';
import { advanceCase } from './advance-case.js';
import { readAddressBook } from './address-book.js';
import { causeOf } from './cause.js';
import type { Deps } from './deps.js';
import { MEETING_NAMES } from './convene-meeting.js';
import { documentData } from './issue-document.js';
import { keepDocument } from './keep-document.js';
import { WrongInputError } from './wrong-input-error.js';

/** What a meeting decided, as the diagram goes on with it: every decision becomes an order. */
export interface MeetingDecision {
  /** `<meeting>#<n>`. */
  decisionId: string;
  unitId: string;
  role: OrderRole;
  /** Limit in the notation of tables, e.g. `3d`. */
  limit: string;
  dueAt: string;
  index: number;
}

export interface RecordedMeeting {
  decisions: MeetingDecision[];
  /** How many of the called units came. */
  attended: number;
  absentees: string[];
}

type Needs = Pick<Deps, 'models' | 'clock' | 'log' | 'localities' | 'render'>;

/**
 * Keeps a meeting's attendance, opinions and decisions with its minutes (会议纪要). A meeting that nobody attended has no
 * minutes. Thrown WrongInputError when the form was not handed in; CalendarMissingError, before anything is kept, when a decision
 * is due in a year without a calendar.
 */
export const recordMeeting = (deps: Needs) => {
  const keep = keepDocument(deps);
  const advance = advanceCase(deps);

  return async (
    { caseNumber, meetingId, form }: { caseNumber: string; meetingId: string; form: string },
    job: Job,
  ): Promise<RecordedMeeting> => {
    const cause = causeOf(job);
    const [book, handedIn] = await Promise.all([
      readAddressBook(deps, { caseNumber, meetingId }, 'attendees'),
      deps.models.tasks.latestSubmission({ caseNumber, formId: form }),
    ]);
    if (handedIn === undefined || book.meeting === undefined)
      throw new WrongInputError(`会议 ${meetingId} 还没有会商记录（表单 ${form}）`);
    const { data } = handedIn;
    const result = resultOf(data, meetingId, handedIn.at, book.locality);
    await deps.models.meetings.record(meetingId, {
      attendance: { attended: result.attended, absentees: result.absentees },
      opinions: [data['opinions']].filter((opinion) => opinion !== undefined),
      decisions: entriesOf(data).map((entry, index) => ({ ...entry, ...result.decisions[index] })),
    });
    const name = MEETING_NAMES[book.meeting.kind] ?? book.meeting.kind;
    const minutes =
      result.attended === 0
        ? undefined
        : await keep({
            documentId: `${cause.key}/minutes`,
            caseNumber,
            document: 'minutes',
            locality: book.locality,
            addressee: book.meeting.attendees.map((id) => book.locality.network.unit(id).name).join('、'),
            issuedAt: handedIn.at,
            data: {
              ...(await documentData(deps, book)),
              ...minutesData(handedIn.data, result, book.locality),
              meetingName: name,
            },
          });
    await advance({
      caseNumber,
      cause,
      act: 'record-meeting',
      by: handedIn.by,
      data: {
        meetingId,
        name,
        attended: result.attended,
        decided: result.decisions.length,
        documentId: minutes?._id,
      },
    });

    return result;
  };
};

function resultOf(data: FormData, meetingId: string, at: Date, locality: Locality): RecordedMeeting {
  const decisions = entriesOf(data).map((entry, index): MeetingDecision => {
    const [unitId, limit] = [String(entry['unitId']), String(entry['limit'])];

    return {
      decisionId: `${meetingId}#${index + 1}`,
      unitId,
      role: (entry['role'] as OrderRole | undefined) ?? 'item',
      limit,
      dueAt: isoWithOffset(dueAt(limit, at, calendarOf(locality, unitId)), locality.timeZone),
      index,
    };
  });

  return {
    decisions,
    attended: Number(data['attendedCount'] ?? 0),
    absentees: Array.isArray(data['absentees']) ? data['absentees'].map(String) : [],
  };
}

/** What the minutes say, with units by their names. */
function minutesData(data: FormData, { decisions, absentees }: RecordedMeeting, { network }: Locality) {
  const nameOf = (unitId: string) => network.find(unitId)?.name ?? unitId;
  const entries = entriesOf(data);

  return {
    minutes: data,
    absentees: absentees.map(nameOf).join('、'),
    decisions: decisions.map(({ unitId, dueAt: at, index }) => ({
      unit: nameOf(unitId),
      task: entries[index]?.['task'],
      dueAt: at,
    })),
  };
}

const entriesOf = (data: FormData): FormData[] =>
  Array.isArray(data['decisions']) ? (data['decisions'] as FormData[]) : [];
