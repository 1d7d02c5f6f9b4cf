import { hideCaller } from '../../domain/hide-caller.js';
import { pointText } from '../../domain/point.js';
import type { CaseDocument, SealedCaller } from '../../models/case-document.js';
import type { Identity } from '../../models/identity.js';

type Caller = SealedCaller & { caseNumber?: string | undefined };
type Reported = Pick<CaseDocument, '_id' | 'caller' | 'place'> & { callers?: CaseDocument['callers'] | undefined };

/**
 * Takes out of an answer whatever tells who complained: names, phones, the address and the point on the map, of the caller and of all whose cases
 * were merged into this one. Thrown SealBrokenError: who cannot be read cannot be hidden.
 */
export function callerHider(identity: Identity, { _id, caller, callers = [], place }: Reported): <T>(value: T) => T {
  const all = [{ ...caller, caseNumber: _id }, ...callers].map((one) => identityOf(identity, one, _id));

  return hideCaller({
    names: all.flatMap(({ names }) => names),
    phones: all.flatMap(({ phones }) => phones),
    others: [...(place?.address ? [place.address] : []), ...(place?.point ? [pointText(place.point)] : [])],
  });
}

function identityOf(identity: Identity, { sealed, masked, caseNumber }: Caller, own: string) {
  const known = sealed === undefined ? {} : identity.open(sealed, caseNumber ?? own);
  const told = (values: (string | undefined)[]) => values.filter((value) => value !== undefined);

  return { names: told([known.name, masked.name]), phones: told([known.phone, masked.phone]) };
}
