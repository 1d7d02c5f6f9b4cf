import mongoose from 'mongoose';
import type { UserDocument } from '../models/users.js';
import type { Stack } from './stack.js';

type Account = Pick<UserDocument, '_id' | 'name' | 'locality' | 'roles'>;

/** Demo accounts for the terminal: of each locality one a role, and the password of this installation. */
export const accountLines = async ({ mongodbUri, secrets }: Stack): Promise<string[]> => {
  const connection = await mongoose.createConnection(mongodbUri).asPromise();
  try {
    const found = await connection.collection<Account>('users').find({ disabled: false }).sort({ _id: 1 }).toArray();
    return [
      `demo accounts, password ${secrets.demoPassword} (administrator: admin, password ${secrets.adminPassword})`,
      ...oneOfEachRole(found).map(
        ({ locality = '', _id, name, roles }) =>
          `  ${locality.padEnd(10)} ${_id.padEnd(42)} ${roles.join(', ').padEnd(16)} ${name}`,
      ),
      '',
    ];
  } finally {
    await connection.close();
  }
};

/** A network has hundreds of accounts; a person wants one to try each part with. */
export const oneOfEachRole = (accounts: readonly Account[]): Account[] => {
  const firsts = new Map<string, Account>();
  for (const account of accounts) {
    if (account.locality === undefined) continue;
    const key = `${account.locality} ${account.roles.join()}`;
    if (!firsts.has(key)) firsts.set(key, account);
  }
  return [...firsts.values()];
};
