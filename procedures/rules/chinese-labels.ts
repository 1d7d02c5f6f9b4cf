import { listOf, type Element } from '../diagram.js';
import { diagramRule } from './rule.js';

export const chineseLabels = diagramRule(
  'chinese-labels',
  '看图的人要能读懂每一步、每个岔路和每个事件',
  function* ({ elements }) {
    for (const element of elements.filter(needsLabel)) {
      if (!/\p{Script=Han}/u.test(element.name ?? ''))
        yield { element, problem: '没有中文名称', remedy: '写上办件人看得懂的名称' };
    }
  },
);

function needsLabel(element: Element): boolean {
  if (/(Task|CallActivity|SubProcess|Event)$/.test(element.$type)) return true;

  return /(Exclusive|Inclusive)Gateway$/.test(element.$type) && listOf(element['outgoing']).length > 1;
}
