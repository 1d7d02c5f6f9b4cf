import type { StepDocument } from '../../models/steps.js';
import type { Progress } from '../contract/progress.js';
import { moment } from './moment.js';

type UnitName = (unitId: string) => string | undefined;

/** Acts that whoever reported is told of; `unit` is the one that the step names. */
const acts: Readonly<Record<string, (unit: string, data: StepDocument['data']) => string>> = {
  'register-case': () => '诉求已登记',
  'classify-case': () => '诉求已受理',
  'dispatch-order': (unit) => `已交${unit}办理`,
  'sign-order': (unit) => `${unit}已签收`,
  'record-contact': () => '承办单位已与您联系',
  'return-order': (unit) => `${unit}申请退回，由热线裁定`,
  'recall-order': () => '热线收回了一张交办单，另行交办',
  'extend-deadline': () => '办理期限已延长',
  'record-reply': (unit) => `${unit}已回复`,
  'review-reply': () => '热线已复核',
  'record-answer': () => '热线已答复',
  'record-callback': () => '已回访',
  'record-promise': (_unit, data) => `已列入计划，承诺 ${String(data['promisedOn'])} 前办好`,
  'rate-case': (_unit, data) => (data['changed'] === true ? '您修改了评价' : '您作了评价'),
  'merge-case': () => '已与同一事项合并办理',
  'withdraw-case': () => '已登记撤诉',
  'close-case': () => '已办结',
  'reopen-case': () => '反映没有解决，已重新办理',
};

/** The record in words for whoever reported under this number; ratings of others who reported the same are not theirs to see. */
export function presentTimeline(
  steps: readonly StepDocument[],
  ownNumber: string,
  unitName: UnitName,
): Progress['timeline'] {
  return steps
    .filter(({ _id, act }) => act !== 'rate-case' || _id.startsWith(`rating:${ownNumber}/`))
    .flatMap(({ act, at, data }) => {
      const unitId = data['unitId'];
      const unit = (typeof unitId === 'string' ? unitName(unitId) : undefined) ?? '承办单位';
      const text = Object.hasOwn(acts, act) ? acts[act]?.(unit, data) : undefined;

      return text === undefined ? [] : [{ at: moment(at), text }];
    });
}
