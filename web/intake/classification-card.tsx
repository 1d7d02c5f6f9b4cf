import { Card, Input, Radio, TreeSelect } from 'antd';
import { useMemo } from 'react';
import type { Choices, Unit } from '../../api/contract/locality.js';
import { urgencyWords } from '../texts/words.js';
import { Field, faultAt, inputOf, type PartProps } from './field.js';
import { questionsOf, type IntakeFields } from './intake-fields.js';
import { UnitPicker } from './unit-picker.js';
import { idOf } from './use-intake.js';

interface Props extends PartProps {
  choices: Choices;
  units: readonly Unit[];
}

const urgencies = Object.entries(urgencyWords).map(([value, label]) => ({ value, label }));

/** Kind, category with its own questions, urgency, and whom it is about. */
export function ClassificationCard({ fields, set, faults, choices, units }: Props) {
  const tree = useMemo(() => treeOf(choices.categories), [choices.categories]);

  return (
    <Card title="分类" size="small">
      <Field label="诉求类型" pointer="/kind" faults={faults} required={fields.way !== 'later'}>
        <Radio.Group
          id={idOf('/kind')}
          aria-label="诉求类型"
          optionType="button"
          options={choices.kinds}
          value={fields.kind}
          onChange={({ target }) => set({ kind: target.value as string })}
        />
      </Field>
      <Field label="事项分类" pointer="/category" faults={faults} required={fields.way !== 'later'}>
        <TreeSelect<string | undefined>
          id={idOf('/category')}
          aria-label="事项分类"
          treeData={tree}
          treeDefaultExpandAll
          showSearch={{ treeNodeFilterProp: 'title' }}
          allowClear
          value={fields.category}
          onChange={(category: string | undefined) => set({ category })}
          placeholder="可输入查找"
          {...(faultAt(faults, '/category') === undefined ? {} : { status: 'error' as const })}
        />
      </Field>
      <Questions fields={fields} set={set} faults={faults} choices={choices} />
      <Field label="缓急" pointer="/urgency" faults={faults}>
        <Radio.Group
          id={idOf('/urgency')}
          aria-label="缓急"
          optionType="button"
          options={urgencies}
          value={fields.urgency}
          onChange={({ target }) => set({ urgency: target.value as IntakeFields['urgency'] })}
        />
      </Field>
      <Field label="被反映单位" pointer="/accusedUnitId" faults={faults} extra="该单位看不到是谁反映的。">
        <UnitPicker
          id={idOf('/accusedUnitId')}
          label="被反映单位"
          units={units}
          value={fields.accusedUnitId}
          onChange={(accusedUnitId) => set({ accusedUnitId })}
          placeholder="投诉某个单位时才填"
        />
      </Field>
    </Card>
  );
}

function Questions({ fields, set, faults, choices }: PartProps & { choices: Choices }) {
  return questionsOf(choices.categories, fields.category).map((question, index) => (
    <Field key={question} label={question} pointer={`/answers/${index}`} faults={faults}>
      <Input
        {...inputOf(faults, `/answers/${index}`)}
        maxLength={500}
        autoComplete="off"
        value={fields.answers[question] ?? ''}
        onChange={({ target }) => set({ answers: { ...fields.answers, [question]: target.value } })}
      />
    </Field>
  ));
}

interface Node {
  value: string;
  title: string;
  children?: Node[];
}

function treeOf(categories: Choices['categories'], parent: string | null = null): Node[] {
  return categories
    .filter((category) => category.parent === parent)
    .map(({ value, label }) => {
      const children = treeOf(categories, value);

      return { value, title: label, ...(children.length === 0 ? {} : { children }) };
    });
}
