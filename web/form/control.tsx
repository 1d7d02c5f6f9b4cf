import { Checkbox, Input, InputNumber, Radio, Select } from 'antd';
import { FileField } from '../files/file-field.js';
import { DateField } from './date-field.js';
import { labelOf, type FormComponent, type FormOption } from '../../forms/schema.js';

interface Props {
  component: FormComponent;
  options: readonly FormOption[];
  disabled: boolean;
  // Given by the form's item around it.
  id?: string;
  value?: unknown;
  onChange?: (value: unknown) => void;
}

/** The control of one input. What stands in the form is what is sent: texts, numbers, ids, lists of them. */
export function Control({ component, options, disabled: isOff, ...item }: Props) {
  const disabled = isOff || component.disabled === true || component.readonly === true;
  const label = labelOf(component);
  const given = { ...item, disabled };
  switch (component.type) {
    case 'textfield':
      return <Input {...textOf(given)} />;
    case 'textarea':
      return <Input.TextArea {...textOf(given)} autoSize={{ minRows: 3, maxRows: 14 }} {...counted(component)} />;
    case 'number':
      return <NumberField {...given} component={component} />;
    case 'radio':
      return <Radio.Group {...given} options={[...options]} aria-label={label} className="form-choices" />;
    case 'checklist':
      return (
        <div role="group" aria-label={label}>
          <Checkbox.Group {...(given as object)} options={[...options]} className="form-choices" />
        </div>
      );
    case 'checkbox':
      return (
        <Checkbox
          {...(item.id !== undefined && { id: item.id })}
          disabled={disabled}
          checked={item.value === true}
          onChange={(event) => item.onChange?.(event.target.checked)}
        >
          {label}
        </Checkbox>
      );
    case 'select':
      return <Select {...given} {...list(options)} allowClear aria-label={label} />;
    case 'taglist':
      return <Select {...given} {...list(options)} mode="multiple" aria-label={label} />;
    case 'datetime':
      return <DateField {...given} subtype={component.subtype ?? 'datetime'} />;
    case 'filepicker':
      return (
        <FileField
          {...(given as object)}
          disabled={disabled}
          label={label}
          most={component.multiple === true ? 20 : 1}
          accept={component.accept}
        />
      );
    default:
      return null;
  }
}

type Given = Omit<Props, 'component' | 'options'>;

const textOf = ({ value, onChange, ...props }: Given) => ({
  ...props,
  value: typeof value === 'string' ? value : '',
  onChange: ({ target }: { target: { value: string } }) => onChange?.(target.value),
});

function counted({ validate }: FormComponent) {
  return validate?.maxLength === undefined ? {} : { count: { show: true, max: validate.maxLength } };
}

function NumberField({ component, value, onChange, ...props }: Given & { component: FormComponent }) {
  const { serializeToString = false, decimalDigits } = component;

  return (
    <InputNumber
      {...props}
      value={value === undefined || value === null || value === '' ? null : Number(value)}
      onChange={(number) => onChange?.(number === null ? undefined : serializeToString ? String(number) : number)}
      {...(decimalDigits === undefined ? {} : { precision: decimalDigits })}
      inputMode={decimalDigits === 0 ? 'numeric' : 'decimal'}
      style={{ width: 160 }}
    />
  );
}

const list = (options: readonly FormOption[]) => ({
  options: [...options],
  showSearch: { optionFilterProp: 'label' },
  placeholder: options.length > 8 ? '点选，或输入名称查找' : '请选择',
  notFoundContent: '没有可选的内容',
  style: { width: '100%' },
});
