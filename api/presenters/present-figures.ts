import { RATE_NAMES, type Count, type Figures as Compiled, type UnitFigures } from '../../domain/figures.js';
import { rate } from '../../domain/rates.js';
import { nameIn, type Locality } from '../../procedures/locality.js';
import type { Figures, LocalityRate, NamedCount, RankedUnit } from '../contract/figures.js';
import type { Days } from '../figures/asked-days.js';
import { moment } from './moment.js';

interface About {
  readonly locality: Locality;
  readonly days: Days;
  readonly at: Date;
}

/** Figures with the locality's names beside its ids. */
export function presentFigures(compiled: Compiled, { locality, days, at }: About): Figures {
  const { registered, closed, late, by, factors, units } = compiled;
  const unitName = (id: string) => locality.network.find(id)?.name ?? id;

  return {
    locality: locality.id,
    localityName: locality.name,
    ...days,
    at: moment(at),
    registered,
    closed,
    open: registered - closed,
    late,
    closing: rate(closed, registered),
    rates: ratesOf(compiled, locality),
    days: counted(by.day),
    hours: counted(by.hour),
    channels: named(by.channel, nameIn(locality.channels)),
    kinds: named(by.kind, nameIn(locality.kinds)),
    categories: named(by.category, nameIn(locality.categories)),
    places: named(by.place, unitName),
    stages: counted(by.stage),
    outcomes: counted(by.outcome),
    rungs: counted(by.rung),
    factors: factors.map((factor) => ({ ...factor, name: nameIn(locality.assessment.factors)(factor.id) })),
    units: units.map((unit) => presentUnit(unit, locality)),
  };
}

/** Of 接通率 the target alone: no number is made up. */
function ratesOf({ rates }: Compiled, { assessment }: Locality): LocalityRate[] {
  const names = new Set([...assessment.rates, ...RATE_NAMES]);

  return [...names].map((name) => ({
    name,
    assessed: assessment.rates.includes(name),
    target: assessment.targets?.[name] ?? null,
    rate: name === 'connection' ? null : rates[name],
  }));
}

function presentUnit(unit: UnitFigures, { network }: Locality): RankedUnit {
  const found = network.find(unit.unitId);

  return { ...unit, name: found?.name ?? unit.unitId, level: found?.level ?? null };
}

const counted = (counts: readonly Count[]) => counts.map(({ id, count }) => ({ id, count }));

const named = (counts: readonly Count[], nameOf: (id: string) => string): NamedCount[] =>
  counts.map(({ id, count }) => ({ id, name: nameOf(id), count }));
