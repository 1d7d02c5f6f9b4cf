import type { Job } from '../engine/jobs.js';
import { advanceCase } from './advance-case.js';
import { causeOf } from './cause.js';
import type { Deps } from './deps.js';
import { findCase } from './find-case.js';
import { registerCase } from './register-case.js';

/** Channel of cases that a sweep opens; every locality has it. */
export const SWEEP_CHANNEL = 'sweep';

type Needs = Pick<Deps, 'models' | 'clock' | 'log' | 'localities' | 'identity' | 'engine'>;

/**
 * Opens a case of the same kind for each unit that is to look through its area (举一反三), traced to this one by `likeOf`.
 * Coming again it opens only those still missing. Thrown UnitUnknownError.
 */
export const registerLikeCases = (deps: Needs) => {
  const register = registerCase(deps);
  const advance = advanceCase(deps);

  return async (
    { caseNumber, sweepUnits }: { caseNumber: string; sweepUnits: readonly string[] },
    job: Job,
  ): Promise<{ likeCaseNumbers: string[] }> => {
    const cause = causeOf(job);
    const found = await findCase(deps, caseNumber);
    const locality = deps.localities.get(found.locality);
    const category = locality.categories.find(({ id }) => id === found.category)?.name ?? '同类问题';
    const opened = await deps.models.cases.likeCases(caseNumber);
    const units = [...new Set(sweepUnits)].map((unitId) => locality.network.unit(unitId));
    const missing = units.filter(({ id }) => !opened.some((like) => like.place?.unitId === id));
    for (const unit of missing) {
      await register(
        {
          locality: found.locality,
          channel: SWEEP_CHANNEL,
          title: `举一反三：${unit.name}排查${category}问题`,
          text: `由诉求件 ${caseNumber} 引出：请${unit.name}排查管辖范围内的${category}问题，查清权责，逐一解决，并报告结果。`,
          kind: found.kind,
          category: found.category,
          urgency: 'normal',
          branch: 'handle',
          place: { unitId: unit.id },
          likeOf: caseNumber,
          origin: { case: caseNumber },
        },
        { name: locality.network.unit(locality.center).name, unitId: locality.center },
      );
    }
    const likeCaseNumbers = (await deps.models.cases.likeCases(caseNumber)).map(({ _id }) => _id);
    await advance({
      caseNumber,
      cause,
      act: 'register-like-cases',
      data: { count: likeCaseNumbers.length, likeCaseNumbers },
    });

    return { likeCaseNumbers };
  };
};
