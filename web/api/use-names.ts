import type { Choices, Unit } from '../../api/contract/locality.js';
import { useAnswer } from './use-answer.js';

/** Names of a locality's own words; an id that is not there (any more) is shown as it is. */
export interface Names {
  unit(id: string | null): string;
  kind(id: string | null): string;
  category(id: string | null): string;
  channel(id: string | null): string;
  line(id: string | null): string;
  readonly units: readonly Unit[];
  readonly choices: Choices | undefined;
}

const rarely = { staleTime: 10 * 60_000 };

/** What a locality calls its units, kinds, categories, channels and lines. Without a locality nothing is asked. */
export function useNames(localityId: string | null | undefined): Names {
  const params = { localityId: localityId ?? '' };
  const settings = { ...rarely, enabled: localityId != null };
  const units = useAnswer('listUnits', { params }, settings).data ?? [];
  const choices = useAnswer('readChoices', { params }, settings).data;

  return {
    unit: (id) => units.find(({ unitId }) => unitId === id)?.name ?? id ?? '',
    kind: labelOf(choices?.kinds),
    category: labelOf(choices?.categories),
    channel: labelOf(choices?.channels),
    line: labelOf(choices?.lines),
    units,
    choices,
  };
}

const labelOf =
  (options: readonly { value: string; label: string }[] = []) =>
  (id: string | null): string =>
    options.find(({ value }) => value === id)?.label ?? id ?? '';
