import { eventDefinitionOf, extensionOf, processOf, textOf, type Diagram, type Element } from './diagram.js';
import { JOB_TYPES } from './job-catalog.js';
import type { ProcedureSet } from './procedure-set.js';
import { catchersOf, codeOf, thrownCodes, type CodeKind } from './rules/thrown-codes.js';

/** Where something stands in the diagrams: process and label, as a clerk reads them. */
interface Place {
  readonly diagram: Diagram;
  readonly element: Element;
}

/** What all diagrams hold, in tables (Markdown): what people do, what the system does, what waits for time, what is thrown. */
export function overview(sets: readonly ProcedureSet[]): string {
  const diagrams = [...new Map(sets.flatMap((set) => set.diagrams).map((one) => [one.file, one])).values()];
  const places = diagrams.flatMap((diagram) => diagram.elements.map((element) => ({ diagram, element })));

  return [
    '# 流程一览\n\n由 `npm run procedures -- describe > docs/procedures.md` 从 `bpmn/` 生成，不要手改。',
    section('人工环节', ['流程图', '环节', '表单', '办理期限'], places.flatMap(userTask)),
    section('定时', ['流程图', '事件', '时间'], places.flatMap(timer)),
    section('系统环节', ['类型', '用在'], jobs(places)),
    section(
      '差错与升级',
      ['代码', '由谁抛出', '在哪里接住'],
      [...codes('error', sets, diagrams), ...codes('escalation', sets, diagrams)],
    ),
  ].join('\n\n');
}

function userTask({ diagram, element }: Place): string[][] {
  if (element.$type !== 'bpmn:UserTask') return [];
  const form = textOf(extensionOf(element, 'zeebe:FormDefinition'), 'formId');
  const due = textOf(extensionOf(element, 'zeebe:TaskSchedule'), 'dueDate');

  return [[diagram.file, labelOf(element), code(form), code(due)]];
}

function timer({ diagram, element }: Place): string[][] {
  const definition = eventDefinitionOf(element);
  if (definition?.$type !== 'bpmn:TimerEventDefinition') return [];
  const body = ['timeDate', 'timeDuration', 'timeCycle']
    .map((kind) => textOf(definition[kind] as Element | undefined, 'body'))
    .find((text) => text !== undefined);

  return [[diagram.file, labelOf(element), code(body)]];
}

function jobs(places: readonly Place[]): string[][] {
  const at = (type: string) => places.filter(({ element }) => jobTypeOf(element) === type);

  return Object.keys(JOB_TYPES)
    .filter((type) => at(type).length > 0)
    .map((type) => [code(type), joined(at(type).map(({ element }) => where(element)))]);
}

function codes(kind: CodeKind, sets: readonly ProcedureSet[], diagrams: readonly Diagram[]): string[][] {
  const thrown = sets.flatMap((set) => thrownCodes(kind, set, { jobTypes: JOB_TYPES }));
  const catchers = diagrams.flatMap((diagram) => catchersOf(kind, diagram));
  const catching = (one: string) => {
    const exact = catchers.filter((event) => codeOf(event, kind) === one);

    return exact.length > 0 ? exact : catchers.filter((event) => codeOf(event, kind) === undefined);
  };

  return [...new Set(thrown.map((one) => one.code))]
    .sort()
    .map((one) => [
      code(one),
      joined(thrown.filter(({ code: its }) => its === one).map(({ by }) => where(by))),
      joined(catching(one).map(where)),
    ]);
}

const jobTypeOf = (element: Element) => textOf(extensionOf(element, 'zeebe:TaskDefinition'), 'type');

const labelOf = (element: Element): string => element.name ?? element.id;

const where = (element: Element): string => `${processOf(element).name ?? processOf(element).id}·${labelOf(element)}`;

/** Each place once: localities share most diagrams. */
const joined = (places: readonly string[]): string => [...new Set(places)].join('；');

const code = (text: string | undefined): string => (text === undefined ? '' : `\`${text.replaceAll('|', '\\|')}\``);

function section(title: string, head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;

  return [`## ${title}`, '', line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
