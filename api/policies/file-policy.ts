import type { CaseDocument } from '../../models/cases.js';
import type { Attachment } from '../../models/case-document.js';
import type { Actor } from '../../models/collection.js';
import type { KeptFile } from '../../models/files.js';
import { isAccused, mayReadCase } from './case-policy.js';
import type { Person } from './person.js';

/**
 * Whether a person may open a file: of a case whoever may open the case, before that its uploader alone.
 * The unit that the case complains about opens its own files, and what the centre lets it see: a photo may tell who complained.
 */
export function mayReadFile(person: Person, file: KeptFile, found: CaseDocument | null): boolean {
  if (file.caseNumber === undefined) return file.by.userId === person.userId;

  if (found === null || !mayReadCase(person, found)) return false;

  return opensAttachment(person, found, found.attachments?.find(({ fileId }) => fileId === file._id) ?? file);
}

/** Whether a reader of the case may open one of its files. */
export function opensAttachment(
  person: Person,
  found: CaseDocument,
  { by, disclosure }: Pick<Attachment, 'by' | 'disclosure'>,
): boolean {
  return !isAccused(person, found) || disclosure?.shown === true || isOfUnit(person, by);
}

/** Whether somebody of the person's unit uploaded it on the unit's behalf: an agent uploads what the caller sent. */
export const isOfUnit = (person: Person, by: Actor): boolean =>
  by.userId === person.userId || (by.unitId !== undefined && by.unitId === person.unitId && by.role !== 'agent');

/** Whether a person may remove a file: the uploader, as long as nothing took it. */
export const mayRemoveFile = (person: Person, file: KeptFile): boolean =>
  file.caseNumber === undefined && file.by.userId === person.userId;
