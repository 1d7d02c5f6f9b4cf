import { Type, type Static } from 'typebox';
import { Fields, Id, Nullable, Option } from './fields.js';

/** A locality as its public page shows it. `center` is the unit that runs the hotline. */
export const Locality = Fields({
  localityId: Id,
  name: Type.String(),
  hotline: Nullable(Type.String()),
  center: Id,
});
export type Locality = Static<typeof Locality>;

/** One node of the network; the tree is read by `parent`. `abolished` units take no orders. */
export const Unit = Fields({
  unitId: Id,
  name: Type.String(),
  level: Nullable(Type.String()),
  kind: Nullable(Type.String()),
  parent: Nullable(Id),
  abolished: Type.Boolean(),
});
export type Unit = Static<typeof Unit>;

/** The lists that a form of this locality chooses from. */
export const Choices = Fields({
  kinds: Type.Array(Option),
  categories: Type.Array(Option),
  channels: Type.Array(Option),
  lines: Type.Array(Option),
});
export type Choices = Static<typeof Choices>;

export const Article = Fields({
  articleId: Type.String(),
  title: Type.String(),
  body: Type.String(),
  owner: Nullable(Type.String()),
  legalBasis: Nullable(Type.String()),
  expiresOn: Nullable(Type.String()),
});
export type Article = Static<typeof Article>;
