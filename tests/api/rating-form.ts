import type { ApiBench } from './workbench.js';

const choice = (key: string, label: string, values: [string, string][], required = false) => ({
  type: 'radio',
  key,
  label,
  values: values.map(([value, text]) => ({ value, label: text })),
  validate: { required },
  conditional: { hide: '=reached != "yes"' },
});

/** A callback form with the five grades of 好差评 and one factor of its own. */
export const callbackForm = {
  type: 'default',
  id: 'callback',
  components: [
    { type: 'text', text: '# 回访' },
    {
      ...choice('reached', '是否联系上', [
        ['yes', '是'],
        ['no', '否'],
      ]),
      validate: { required: true },
      conditional: undefined,
    },
    choice(
      'solved',
      '问题是否解决？',
      [
        ['yes', '是'],
        ['no', '否'],
      ],
      true,
    ),
    choice(
      'satisfied',
      '总体评价',
      [
        ['very', '非常满意'],
        ['yes', '满意'],
        ['neutral', '基本满意'],
        ['no', '不满意'],
        ['not-at-all', '非常不满意'],
      ],
      true,
    ),
    choice('speed', '办理速度', [
      ['1', '非常不满意'],
      ['5', '非常满意'],
    ]),
    { type: 'textarea', key: 'opinion', label: '意见和建议', validate: { maxLength: 2000 } },
  ],
};

/** Deploys a form for the town, as publishing its procedure does. */
export const publishForm = async ({ deps }: ApiBench, form: { id: string }): Promise<void> => {
  await deps.models.procedures.put({
    _id: `test-${form.id}`,
    processId: 'call-back',
    locality: 'linhe',
    version: 1,
    deployedAt: new Date(),
    elements: {},
    forms: { [form.id]: form },
  });
};
