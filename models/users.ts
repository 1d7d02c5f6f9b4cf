import type { Connection } from 'mongoose';

import type { Role } from '../domain/unit.js';
import { insertOnce, modelOf, schemaOf } from './collection.js';

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
}

const schema = schemaOf<UserDocument>('users', {
  name: { type: String, required: true },
  locality: String,
  unitId: String,
  roles: { type: [String], required: true },
  passwordHash: String,
  disabled: { type: Boolean, required: true },
});
schema.index({ locality: 1, unitId: 1 });

export const openUsers = (connection: Connection) => {
  const model = modelOf(connection, 'User', schema);

  return {
    find: (userId: string) => model.findById(userId).lean<UserDocument>().exec(),
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
    setPassword: (userId: string, passwordHash: string) =>
      model.updateOne({ _id: userId }, { $set: { passwordHash } }).exec(),
    disable: (userId: string, disabled: boolean) => model.updateOne({ _id: userId }, { $set: { disabled } }).exec(),
    ofUnit: (locality: string, unitId: string) =>
      model.find({ locality, unitId }, { passwordHash: 0 }).sort({ _id: 1 }).lean<UserDocument[]>().exec(),
  };
};
export type Users = ReturnType<typeof openUsers>;
