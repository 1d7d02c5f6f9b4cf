import { DomainError } from './domain-error.js';
import type { Unit } from './unit.js';

/** No unit of that id stands in the locality's network. */
export class UnitUnknownError extends DomainError {
  readonly code = 'UNIT_UNKNOWN';

  constructor(unitId: string, options?: ErrorOptions) {
    super(`单位 ${unitId} 不在本地单位网络中`, options);
  }
}

/** A unit that was abolished takes no order any more. */
export class UnitAbolishedError extends DomainError {
  readonly code = 'UNIT_ABOLISHED';
  /** Proposed to whoever decides who gets the order instead. */
  override readonly variables: { readonly successorId: string | null };

  constructor(unit: Unit, options?: ErrorOptions) {
    const successor = unit.successor === undefined ? '没有承接单位' : `由 ${unit.successor} 承接`;
    super(`单位 ${unit.id} 已于 ${unit.abolishedOn ?? '?'} 撤销，${successor}`, options);
    this.variables = { successorId: unit.successor ?? null };
  }
}

/** The tree of a locality's units (市 → 县市区 → 街道/乡镇 → 社区/村, with departments and enterprises beside). */
export class Network {
  readonly #units: ReadonlyMap<string, Unit>;
  readonly #children = new Map<string, Unit[]>();

  constructor(readonly units: readonly Unit[]) {
    this.#units = new Map(units.map((unit) => [unit.id, unit]));
    for (const unit of units) {
      if (unit.parent === undefined) continue;
      this.#children.set(unit.parent, [...(this.#children.get(unit.parent) ?? []), unit]);
    }
  }

  find(unitId: string): Unit | undefined {
    return this.#units.get(unitId);
  }

  /** @throws UnitUnknownError when there is no such unit */
  unit(unitId: string): Unit {
    const unit = this.#units.get(unitId);
    if (unit === undefined) throw new UnitUnknownError(unitId);

    return unit;
  }

  /**
   * The unit, if it takes orders on that day (`YYYY-MM-DD`, local).
   * @throws UnitUnknownError, UnitAbolishedError
   */
  unitTaking(unitId: string, day: string): Unit {
    const unit = this.unit(unitId);
    if (unit.abolishedOn !== undefined && unit.abolishedOn <= day) throw new UnitAbolishedError(unit);

    return unit;
  }

  /** The unit that has the business of `unitId` on that day: itself, or its successor's successor … */
  successorOn(unitId: string, day: string): Unit {
    const unit = this.unit(unitId);
    if (unit.abolishedOn === undefined || unit.abolishedOn > day) return unit;
    if (unit.successor === undefined) throw new UnitAbolishedError(unit);

    return this.successorOn(unit.successor, day);
  }

  children(unitId: string): readonly Unit[] {
    return this.#children.get(unitId) ?? [];
  }

  /** The unit and all above it, from itself to the root. */
  pathUp(unitId: string): readonly Unit[] {
    const unit = this.unit(unitId);

    return unit.parent === undefined ? [unit] : [unit, ...this.pathUp(unit.parent)];
  }

  /** All units below it, at any depth, without itself. */
  descendants(unitId: string): readonly Unit[] {
    return this.children(unitId).flatMap((child) => [child, ...this.descendants(child.id)]);
  }

  /** Whether `unitId` is `rootId` or stands in its tree. An unknown unit is in no tree. */
  isWithin(unitId: string, rootId: string): boolean {
    let unit = this.#units.get(unitId);
    while (unit !== undefined && unit.id !== rootId) {
      unit = unit.parent === undefined ? undefined : this.#units.get(unit.parent);
    }

    return unit !== undefined;
  }
}
