import { Type, type Static } from 'typebox';
import { Fields, Id, Nullable, Option } from './fields.js';

/** A locality as its public page shows it. `center` is the unit that runs the hotline. */
export const Locality = Fields({
  localityId: Id,
  name: Type.String(),
  hotline: Fields({ name: Type.String(), number: Type.String() }),
  center: Id,
  timeZone: Type.String(),
  takesReports: Type.Boolean({ description: 'on its public page; else by phone only' }),
  asksPhone: Type.Boolean({ description: 'a report on its public page must name a phone to be called back' }),
});
export type Locality = Static<typeof Locality>;

/** One node of the network; the tree is read by `parent`. `abolished` units take no orders. */
export const Unit = Fields({
  unitId: Id,
  name: Type.String(),
  level: Type.String(),
  parent: Nullable(Id),
  abolished: Type.Boolean(),
});
export type Unit = Static<typeof Unit>;

/** A category with the questions that its intake asks, and the kinds of evidence that a reply must bring. */
export const Category = Fields({
  label: Type.String(),
  value: Type.String(),
  parent: Nullable(Type.String()),
  questions: Type.Array(Type.String()),
  evidence: Type.Array(Type.String()),
});

/** The lists that a form of this locality chooses from. */
export const Choices = Fields({
  kinds: Type.Array(Option),
  categories: Type.Array(Category),
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
