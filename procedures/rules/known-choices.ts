import { shown } from '../locality-faults.js';
import type { FormComponent } from '../../forms/schema.js';
import { fieldsOf, type Form } from '../procedure-set.js';
import type { Finding, Rule } from './rule.js';

const NAME = 'known-choices';

/** Lists a form may choose from (docs/architecture.md, "Forms"). */
const LISTS = [
  'units',
  'departments',
  'places',
  'streets',
  'leaders',
  'categories',
  'kinds',
  'articles',
  'lines',
  'bodies',
  'sameMatter',
];

/** Fields that are chosen, so that what may be chosen must be said. */
const CHOSEN = ['select', 'radio', 'checklist', 'taglist'];

export const knownChoices: Rule = {
  name: NAME,
  why: '表单的选项没有来处，办件人打开就没得选，任务办不下去',
  check: ({ forms }) => forms.flatMap(findingsOf),
};

function findingsOf({ file, components }: Form): Finding[] {
  return fieldsOf(components)
    .filter(({ type }) => CHOSEN.includes(type))
    .flatMap((field) => {
      const problem = faultOf(field);
      const { id, label } = field;

      return problem === undefined
        ? []
        : [
            {
              rule: NAME,
              severity: 'error',
              file,
              ...(id === undefined ? {} : { elementId: id }),
              ...(label === undefined ? {} : { label }),
              problem,
              remedy: `列出选项（values），或用 valuesKey 指明以下之一：${LISTS.join('、')}`,
            },
          ];
    });
}

function faultOf(field: FormComponent): string | undefined {
  const { valuesKey, values = [], valuesExpression } = field;
  if (valuesKey !== undefined) return LISTS.includes(valuesKey) ? undefined : `选项来自未知的列表 ${shown(valuesKey)}`;

  return values.length > 0 || valuesExpression !== undefined ? undefined : '没有任何选项';
}
