import { Type } from 'typebox';

/** Words of a hotline that are the same in every locality. Kinds, categories and channels are a locality's own data. */
export const Role = Type.Enum([
  'citizen',
  'agent',
  'clerk',
  'deputy',
  'leader',
  'callback',
  'supervisor',
  'process-owner',
  'policy',
  'admin',
]);

export const Stage = Type.Enum([
  'registered',
  'classified',
  'dispatched',
  'handling',
  'replied',
  'reviewed',
  'callback',
  'closed',
]);

export const Urgency = Type.Enum(['normal', 'urgent', 'emergency']);

export const Branch = Type.Enum([
  'handle',
  'answer',
  'emergency',
  'legal-route',
  'same-matter',
  'secret',
  'outside-duty',
]);

export const Lamp = Type.Enum(['green', 'yellow', 'red']);

export const OrderRole = Type.Enum(['lead', 'support', 'item']);

export const OrderState = Type.Enum(['issued', 'signed', 'replied', 'accepted', 'returned', 'withdrawn']);

export const TaskState = Type.Enum(['created', 'completed', 'canceled']);
