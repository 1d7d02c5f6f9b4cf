import type { Job } from '../engine/jobs.js';
import { advanceCase } from './advance-case.js';
import { causeOf } from './cause.js';
import { deliver } from './deliver.js';
import type { Deps } from './deps.js';
import { caseData } from './document-data.js';
import { findCase } from './find-case.js';
import { WrongInputError } from './wrong-input-error.js';

/** Kinds of meeting (会商): 例会, 现场会, 协调会, 现场调度, 集体会诊, 联合认定. */
export const MEETING_NAMES: Record<string, string> = {
  regular: '例会',
  'on-site': '现场办公会',
  coordination: '协调会',
  'on-site-dispatch': '现场调度会',
  consultation: '集体会诊',
  'joint-finding': '联合认定会',
};

export interface Convening {
  caseNumber: string;
  meetingKind: string;
  /** Unit ids. */
  attendees: readonly string[];
}

type Needs = Pick<Deps, 'models' | 'clock' | 'log' | 'localities' | 'renderNotice'>;

/**
 * Calls units to a meeting on a case (召集会商); each is told by the channels of the diagram.
 * Thrown UnitUnknownError, and WrongInputError for an unknown kind of meeting or when nobody is called.
 */
export const conveneMeeting = (deps: Needs) => {
  const advance = advanceCase(deps);

  return async (
    { caseNumber, meetingKind, attendees }: Convening,
    channels: readonly string[],
    job: Job,
  ): Promise<{ meetingId: string }> => {
    const cause = causeOf(job);
    const found = await findCase(deps, caseNumber);
    const locality = deps.localities.get(found.locality);
    const name = MEETING_NAMES[meetingKind];
    if (name === undefined)
      throw new WrongInputError(`会议种类 ${meetingKind} 不存在，可用：${Object.keys(MEETING_NAMES).join('、')}`);
    const units = [...new Set(attendees)].map((unitId) => locality.network.unit(unitId));
    if (units.length === 0) throw new WrongInputError('会商没有参加单位，请检查变量 attendees');
    const meetingId = cause.key;
    await deps.models.meetings.insert({
      _id: meetingId,
      caseNumber,
      kind: meetingKind,
      attendees: units.map(({ id }) => id),
      at: deps.clock.now(),
    });
    const data = {
      locality: { name: locality.name, hotline: locality.hotline },
      case: caseData(found, locality),
      meeting: { name },
    };
    await deliver(deps, {
      cause: cause.key,
      caseNumber,
      kind: 'meeting-called',
      channels,
      recipients: units.map((unit) => ({
        recipient: { to: `${locality.id}/${unit.id}`, name: unit.name, unitId: unit.id },
        text: deps.renderNotice({
          locality: locality.id,
          notice: 'meeting-called',
          timeZone: locality.timeZone,
          data: { ...data, unit: unit.name },
        }),
      })),
    });
    await advance({
      caseNumber,
      cause,
      act: 'convene-meeting',
      data: { meetingId, meetingKind, name, attendees: units.map((unit) => unit.name).join('、') },
      move: { parties: units.map(({ id }) => id) },
    });

    return { meetingId };
  };
};
