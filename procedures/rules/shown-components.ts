import { isKnown } from '../../forms/schema.js';
import { fieldsOf } from '../procedure-set.js';
import type { Rule } from './rule.js';

const NAME = 'shown-components';

export const shownComponents: Rule = {
  name: NAME,
  why: '表单里有页面不会显示的组件，办件人填不了，必填的就办不下去',
  check: ({ forms }) =>
    forms.flatMap(({ file, components }) =>
      fieldsOf(components)
        .filter((component) => !isKnown(component))
        .map(({ id, label, type }) => ({
          rule: NAME,
          severity: 'error',
          file,
          ...(id === undefined ? {} : { elementId: id }),
          ...(label === undefined ? {} : { label }),
          problem: `组件“${type}”页面不会显示`,
          remedy: '改用文字、数字、单选、多选、下拉、日期时间、附件、动态列表或分组',
        })),
    ),
};
