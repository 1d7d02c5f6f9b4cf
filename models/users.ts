import type { Connection } from 'mongoose';

import { literal } from '../domain/literal.js';
import type { Role } from '../domain/unit.js';
import { changeOne } from './change-one.js';
import { insertOnce, Mixed, modelOf, schemaOf, type Page, type Paging } from './collection.js';
import { readList } from './read-list.js';

/** A sign-in that holds until then, unless it is ended before. */
export interface SessionDocument {
  id: string;
  until: Date;
}

/** Somebody who may sign in. */
export interface UserDocument {
  /** `<locality>.<unitId>.<role>`, or `admin`. */
  _id: string;
  name: string;
  locality?: string | undefined;
  unitId?: string | undefined;
  roles: Role[];
  passwordHash?: string | undefined;
  disabled: boolean;
  /** The newest ones; a sign-in that does not stand here has ended. */
  sessions?: SessionDocument[] | undefined;
}

/** A person is signed in at this many places at most; the oldest sign-in ends first. */
const KEPT_SESSIONS = 10;

const schema = schemaOf<UserDocument>('users', {
  name: { type: String, required: true },
  locality: String,
  unitId: String,
  roles: { type: [String], required: true },
  passwordHash: String,
  disabled: { type: Boolean, required: true },
  sessions: { type: [Mixed] },
});
schema.index({ locality: 1, unitId: 1 });

export interface UserFilter {
  locality?: string | undefined;
  unitId?: string | undefined;
  text?: string | undefined;
}

export const openUsers = (connection: Connection) => {
  const model = modelOf(connection, 'User', schema);

  return {
    find: (userId: string) => model.findById(userId).lean<UserDocument>().exec(),
    /** The kept hashes of those of these users that are there, by user id; `''` for one without a password. */
    passwordHashes: async (userIds: readonly string[]): Promise<Map<string, string>> => {
      const found = await model
        .find({ _id: { $in: [...userIds] } }, { passwordHash: 1 })
        .lean<Pick<UserDocument, '_id' | 'passwordHash'>[]>()
        .exec();

      return new Map(found.map(({ _id, passwordHash }) => [_id, passwordHash ?? '']));
    },
    /** False when the user is there already. */
    insert: (user: UserDocument) => insertOnce(model, user),
    /** Writes name, roles and unit; keeps the password and whether the user is disabled. */
    put: ({ _id, name, locality, unitId, roles }: Omit<UserDocument, 'passwordHash' | 'disabled'>) =>
      model
        .updateOne(
          { _id },
          { $set: { name, locality, unitId, roles }, $setOnInsert: { disabled: false } },
          { upsert: true },
        )
        .exec(),
    /** Ends every sign-in that was made with the old one. */
    setPassword: (userId: string, passwordHash: string) =>
      model.updateOne({ _id: userId }, { $set: { passwordHash }, $unset: { sessions: 1 } }).exec(),
    /** Lets a user in again, or shuts them out at once. Answers the user as it now is, null when there is none. */
    disable: (userId: string, disabled: boolean) =>
      changeOne(model, { _id: userId }, { $set: { disabled }, $unset: { sessions: 1 } }),
    startSession: (userId: string, session: SessionDocument) =>
      model.updateOne({ _id: userId }, { $push: { sessions: { $each: [session], $slice: -KEPT_SESSIONS } } }).exec(),
    endSession: (userId: string, sessionId: string) =>
      model.updateOne({ _id: userId }, { $pull: { sessions: { id: sessionId } } }).exec(),
    /** `text` looks in names and user ids. */
    list: ({ text, ...filter }: UserFilter, paging: Paging): Promise<Page<UserDocument>> =>
      readList(model, { ways: [filter], filter: matching(text), order: { field: '_id', direction: 1 } }, paging, {
        passwordHash: 0,
        sessions: 0,
      }),
    ofUnit: (locality: string, unitId: string) =>
      model.find({ locality, unitId }, { passwordHash: 0 }).sort({ _id: 1 }).lean<UserDocument[]>().exec(),
  };
};
export type Users = ReturnType<typeof openUsers>;

function matching(text: string | undefined): object {
  if (text === undefined) return {};
  const pattern = { $regex: literal(text), $options: 'i' };

  return { $or: [{ _id: pattern }, { name: pattern }] };
}
