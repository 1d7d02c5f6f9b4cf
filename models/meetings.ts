import type { Connection } from 'mongoose';

import { insertOnce, Mixed, modelOf, schemaOf } from './collection.js';

/** A conference on a case (会商): who was called, who came, what was said and decided. */
export interface MeetingDocument {
  _id: string;
  caseNumber: string;
  kind: string;
  attendees: string[];
  attendance?: Record<string, unknown> | undefined;
  opinions?: unknown[] | undefined;
  decisions?: unknown[] | undefined;
  at: Date;
}

const schema = schemaOf<MeetingDocument>('meetings', {
  caseNumber: { type: String, required: true },
  kind: { type: String, required: true },
  attendees: { type: [String], required: true },
  attendance: Mixed,
  opinions: [Mixed],
  decisions: [Mixed],
  at: { type: Date, required: true },
});
schema.index({ caseNumber: 1, at: 1 });

export const openMeetings = (connection: Connection) => {
  const model = modelOf(connection, 'Meeting', schema);

  return {
    insert: (meeting: MeetingDocument) => insertOnce(model, meeting),
    find: (meetingId: string) => model.findById(meetingId).lean<MeetingDocument>().exec(),
    ofCase: (caseNumber: string) => model.find({ caseNumber }).sort({ at: 1 }).lean<MeetingDocument[]>().exec(),
    /** Writes the minutes; repeating it changes nothing. */
    record: (meetingId: string, minutes: Pick<MeetingDocument, 'attendance' | 'opinions' | 'decisions'>) =>
      model.updateOne({ _id: meetingId }, { $set: minutes }).exec(),
  };
};
export type Meetings = ReturnType<typeof openMeetings>;
