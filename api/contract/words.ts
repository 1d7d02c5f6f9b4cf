import { Type } from 'typebox';
import { BRANCHES, STAGES, URGENCIES } from '../../domain/case.js';
import { ORDER_ROLES, ORDER_STATES } from '../../domain/order.js';
import { RESPONSIBLE_PARTS } from '../../domain/responsible.js';
import { ROLES } from '../../domain/unit.js';

/** Words of a hotline that are the same in every locality. Categories, channels and lines are a locality's own data. */
export const Role = Type.Enum([...ROLES]);
export const Stage = Type.Enum([...STAGES]);
export const Urgency = Type.Enum([...URGENCIES]);
export const Branch = Type.Enum([...BRANCHES]);
export const OrderRole = Type.Enum([...ORDER_ROLES]);
export const OrderState = Type.Enum([...ORDER_STATES]);
export const ResponsiblePart = Type.Enum([...RESPONSIBLE_PARTS]);
export const Lamp = Type.Enum(['green', 'yellow', 'red']);
export const TaskState = Type.Enum(['created', 'completed', 'canceled']);
