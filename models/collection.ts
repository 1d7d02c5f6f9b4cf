import mongoose, { Schema, type Connection, type Model, type SchemaDefinition } from 'mongoose';

/** A person or a part of the system that does an act; `name` is a post, not a citizen. */
export interface Actor {
  userId?: string | undefined;
  unitId?: string | undefined;
  role?: string | undefined;
  name: string;
}

/** The system itself, where no person acts. */
export const SYSTEM: Actor = { name: '系统' };

/** Fields to be changed; `undefined` leaves one as it is. */
export type Loose<Fields> = { [Name in keyof Fields]?: Fields[Name] | undefined };

/** One page of a list. `more`: there may be more rows than `total`, for they are not counted without end. */
export interface Page<Item> {
  items: Item[];
  page: number;
  limit: number;
  total: number;
  more: boolean;
}

/** Which page of a list: `page` from 1. */
export interface Paging {
  page: number;
  limit: number;
}

/** Any plain value; what it must be is the business of the command that writes it. */
export const Mixed = Schema.Types.Mixed;

type Plain = StringConstructor | NumberConstructor | BooleanConstructor | DateConstructor | typeof Schema.Types.Mixed;
type FieldType = Plain | [Plain];

/** Fields of a collection: their types, and which must be there. */
export type FieldTypes = Record<
  string,
  FieldType | { type: FieldType; required?: boolean; enum?: readonly string[]; default?: unknown }
>;

/** A schema whose `_id` is a string given by the application and which refuses fields it does not know. */
export function schemaOf<Document extends { _id: string }>(collection: string, fields: FieldTypes): Schema<Document> {
  const given: FieldTypes = { _id: { type: String, required: true }, ...fields };
  const definition = given as SchemaDefinition<Document>;

  return new Schema<Document>(definition, {
    collection,
    strict: 'throw',
    versionKey: false,
    minimize: false,
    _id: false,
  });
}

/** The model of a collection on this connection. */
export function modelOf<Document extends { _id: string }>(
  connection: Connection,
  name: string,
  schema: Schema<Document>,
): Model<Document> {
  return connection.model<Document>(name, schema);
}

/** Whether a write failed because the key, or another unique value, is there already. */
export function isDuplicate(error: unknown): boolean {
  return error instanceof mongoose.mongo.MongoServerError && error.code === 11_000;
}

/** Inserts a document; answers false when its `_id` is there already. Thrown whatever else goes wrong. */
export async function insertOnce<Document extends { _id: string }>(
  model: Model<Document>,
  document: Document,
): Promise<boolean> {
  try {
    await model.create([document]);
    return true;
  } catch (error) {
    if (isDuplicate(error) && (await model.exists({ _id: document._id } as never)) !== null) return false;
    throw error;
  }
}
