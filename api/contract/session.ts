import { Type, type Static } from 'typebox';
import { Fields, Id, Line, Moment, Nullable, UserId } from './fields.js';
import { Role } from './words.js';

export const Password = Type.String({ minLength: 10, maxLength: 128 });

export const SignIn = Fields({
  userId: Type.String({ minLength: 1, maxLength: 160 }),
  password: Type.String({ minLength: 1, maxLength: 128 }),
});
export type SignIn = Static<typeof SignIn>;

/** Who is signed in. `unitId` is null for citizens and administrators of all localities. */
export const Me = Fields({
  userId: UserId,
  name: Type.String(),
  locality: Nullable(Id),
  unitId: Nullable(Id),
  unitName: Nullable(Type.String()),
  roles: Type.Array(Role),
  readsFigures: Type.Boolean({ description: 'may read the figures of the own locality' }),
});
export type Me = Static<typeof Me>;

/** The token is for programs; a browser holds the same one in an HttpOnly cookie and never reads it. */
export const SignedIn = Fields({ token: Type.String(), expiresAt: Moment, user: Me });
export type SignedIn = Static<typeof SignedIn>;

/** Ways to sign in beside the local accounts; `name` stands on the button. */
export const SignInWays = Fields({ oidc: Nullable(Fields({ name: Type.String() })) });
export type SignInWays = Static<typeof SignInWays>;

/** What a provider sends the browser back with: checked by the protocol's own rules, so nothing is refused here. */
export const ProviderAnswer = Type.Object({}, { additionalProperties: Type.Unknown() });

export const ChangePassword = Fields({
  oldPassword: Type.String({ minLength: 1, maxLength: 128 }),
  newPassword: Password,
});
export type ChangePassword = Static<typeof ChangePassword>;

export const User = Fields({
  userId: UserId,
  name: Type.String(),
  locality: Nullable(Id),
  unitId: Nullable(Id),
  roles: Type.Array(Role),
  disabled: Type.Boolean(),
});
export type User = Static<typeof User>;

export const CreateUser = Fields({
  userId: UserId,
  name: Line(40),
  locality: Type.Optional(Id),
  unitId: Type.Optional(Id),
  roles: Type.Array(Role, { minItems: 1, maxItems: 5, uniqueItems: true }),
});
export type CreateUser = Static<typeof CreateUser>;

/** The first password is shown this once. */
export const CreatedUser = Fields({ user: User, password: Type.String() });
export type CreatedUser = Static<typeof CreatedUser>;

export const ChangeUser = Fields({ disabled: Type.Boolean() });
export type ChangeUser = Static<typeof ChangeUser>;
