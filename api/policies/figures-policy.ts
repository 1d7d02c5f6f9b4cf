import type { Locality } from '../../procedures/locality.js';
import { may } from './may.js';
import type { Person } from './person.js';

/** Figures are of the whole locality: a leader reads them whose unit is the running centre or stands above it. */
export const mayReadFigures = (person: Person, { id, center }: Pick<Locality, 'id' | 'center'>): boolean =>
  may(person, 'read-figures', { locality: id, unitIds: [center] });
