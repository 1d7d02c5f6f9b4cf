import type { Connection } from 'mongoose';

import {
  OPEN_ORDER_STATES,
  ORDER_ROLES,
  ORDER_STATES,
  orderStatesBefore,
  type OrderRole,
  type OrderState,
} from '../domain/order.js';
import type { Lamp } from '../domain/supervision.js';
import type { Attachment } from './case-document.js';
import { changeOne } from './change-one.js';
import { Mixed, modelOf, schemaOf, type Actor, type Loose } from './collection.js';

/** Values of a form, by the keys of its components. */
export type FormData = Record<string, unknown>;

/** What a unit sent in: the data of a form, by whom, when. */
export interface Submission {
  data: FormData;
  by: Actor;
  at: Date;
  /** Files among the data, as the case keeps them. */
  files?: Attachment[] | undefined;
}

/** The centre's verdict on a reply. */
export interface Review {
  cause: string;
  accepted: boolean;
  at: Date;
  by: Actor;
  data?: FormData | undefined;
}

/** An order sent back by its unit (退单), and what the centre decided. */
export interface OrderReturn {
  cause: string;
  reason?: string | undefined;
  at: Date;
  by: Actor;
  decision?: string | undefined;
  decidedAt?: Date | undefined;
}

/** A deadline moved (延期). */
export interface Extension {
  cause: string;
  from: Date;
  until: Date;
  reason?: string | undefined;
  at: Date;
  by: Actor;
}

/** A work order (交办单) of a case to one unit. */
export interface OrderDocument {
  /** `<caseNumber>/<n>`. */
  _id: string;
  caseNumber: string;
  locality: string;
  /** What issued it, once: the job's cause. */
  cause: string;
  /** Chinese document number, e.g. 白热线交办〔2019〕1号. */
  number: string;
  unitId: string;
  role: OrderRole;
  itemId?: string | undefined;
  duty?: string | undefined;
  state: OrderState;
  lamp?: Lamp | undefined;
  issuedAt: Date;
  /** Of handling, from 1; missing where it was issued before rounds were kept. */
  round?: number | undefined;
  /** Words of the deadline table, e.g. `24 小时`. */
  deadlineClass?: string | undefined;
  /** Why this unit, and by which rule: from the routing table. */
  reason?: string | undefined;
  legalBasis?: string | undefined;
  signBy?: Date | undefined;
  contactBy?: Date | undefined;
  /** Until then the unit may send it back (退单时限); missing where the table sets no limit, and where the centre designated the unit. */
  returnBy?: Date | undefined;
  dueAt?: Date | undefined;
  warnAt?: Date | undefined;
  signedAt?: Date | undefined;
  signedBy?: Actor | undefined;
  signedLate?: boolean | undefined;
  contactedAt?: Date | undefined;
  repliedAt?: Date | undefined;
  closedAt?: Date | undefined;
  reply?: Submission | undefined;
  returns: OrderReturn[];
  extensions: Extension[];
  reviews: Review[];
  designated: boolean;
  /** Cause that took it back (撤回). */
  withdrawnBy?: string | undefined;
  /** Why it was last supervised (督办), and when the ladder brings its next rung. */
  chased?: { cause?: string | undefined; until: Date } | undefined;
}

const schema = schemaOf<OrderDocument>('orders', {
  caseNumber: { type: String, required: true },
  locality: { type: String, required: true },
  cause: { type: String, required: true },
  number: { type: String, required: true },
  unitId: { type: String, required: true },
  role: { type: String, required: true, enum: ORDER_ROLES },
  itemId: String,
  duty: String,
  state: { type: String, required: true, enum: ORDER_STATES },
  lamp: String,
  issuedAt: { type: Date, required: true },
  round: Number,
  deadlineClass: String,
  reason: String,
  legalBasis: String,
  signBy: Date,
  contactBy: Date,
  returnBy: Date,
  dueAt: Date,
  warnAt: Date,
  signedAt: Date,
  signedBy: Mixed,
  signedLate: Boolean,
  contactedAt: Date,
  repliedAt: Date,
  closedAt: Date,
  reply: Mixed,
  returns: { type: [Mixed], required: true },
  extensions: { type: [Mixed], required: true },
  reviews: { type: [Mixed], required: true },
  designated: { type: Boolean, required: true },
  withdrawnBy: String,
  chased: Mixed,
});
schema.index({ caseNumber: 1, issuedAt: 1 });
schema.index({ cause: 1 }, { unique: true });
schema.index({ locality: 1, unitId: 1, state: 1, dueAt: 1 });
schema.index({ state: 1, dueAt: 1 });

/** What a move may change of an order; `undefined` leaves a field as it is. */
export type OrderChange = Loose<
  Omit<OrderDocument, '_id' | 'caseNumber' | 'locality' | 'cause' | 'state' | 'returns' | 'extensions' | 'reviews'>
>;

export interface OrderMove {
  to?: OrderState | undefined;
  /** Only from these states; otherwise from all that `to` may follow. */
  from?: readonly OrderState[] | undefined;
  set?: OrderChange | undefined;
  /** An entry for one of the lists; its `cause` keeps it from being added twice. */
  push?: { returns?: OrderReturn; extensions?: Extension; reviews?: Review } | undefined;
}

export const openOrders = (connection: Connection) => {
  const model = modelOf(connection, 'Order', schema);

  return {
    /** Thrown MongoServerError 11000 when its id is taken, or its cause issued an order before. */
    insert: async (order: OrderDocument): Promise<void> => {
      await model.create([order]);
    },
    find: (orderId: string) => model.findById(orderId).lean<OrderDocument>().exec(),
    findByCause: (cause: string) => model.findOne({ cause }).lean<OrderDocument>().exec(),
    ofCase: (caseNumber: string) =>
      model.find({ caseNumber }).sort({ issuedAt: 1, _id: 1 }).lean<OrderDocument[]>().exec(),
    /** Of all cases whose numbers lie between these two, both included. */
    ofCasesBetween: (first: string, last: string) =>
      model
        .find({ caseNumber: { $gte: first, $lte: last } })
        .lean<OrderDocument[]>()
        .exec(),
    countOfCase: (caseNumber: string) => model.countDocuments({ caseNumber }).exec(),
    /** Orders of the case in which a unit still owes something, besides those named. */
    openOfCase: (caseNumber: string) =>
      model
        .find({ caseNumber, state: { $in: [...OPEN_ORDER_STATES] } })
        .lean<OrderDocument[]>()
        .exec(),
    /** Writes the centre's decision to the return that still waits for one. */
    decideReturn: (orderId: string, decision: string, decidedAt: Date) =>
      model
        .updateOne({ _id: orderId, returns: { $elemMatch: { decision: { $exists: false } } } } as never, {
          $set: { 'returns.$.decision': decision, 'returns.$.decidedAt': decidedAt },
        })
        .exec(),
    /** Moves the order on if it stands where the move may start. Null when it stands elsewhere; repeating changes nothing. */
    move: (orderId: string, { to, from, set = {}, push }: OrderMove) => {
      const [list, entry] = Object.entries(push ?? {})[0] ?? [];
      const states = from ?? (to === undefined ? undefined : orderStatesBefore(to));

      return changeOne(
        model,
        {
          _id: orderId,
          ...(states === undefined ? {} : { state: { $in: [...states] } }),
          ...(list === undefined ? {} : { [`${list}.cause`]: { $ne: entry?.cause } }),
        },
        {
          $set: { ...set, ...(to === undefined ? {} : { state: to }) },
          ...(list === undefined ? {} : { $push: { [list]: entry } }),
        },
      );
    },
  };
};
export type Orders = ReturnType<typeof openOrders>;
