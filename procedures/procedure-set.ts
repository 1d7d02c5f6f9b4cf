import { DmnModdle } from 'dmn-moddle';
import { componentsOf, type FormComponent } from '../forms/schema.js';
import { DiagramUnreadableError, readDiagram, type Diagram, type Element } from './diagram.js';
import type { ProcedureFile } from './resources.js';

/** A `.dmn` file, read. */
export interface TableFile {
  readonly file: string;
  readonly decisions: readonly Element[];
}

/** A `.form` file, read: form-js schema. */
export interface Form {
  readonly file: string;
  readonly id: string;
  readonly components: readonly FormComponent[];
}

/** A file of the set that cannot be read; the others are checked all the same. */
export interface Unreadable {
  readonly file: string;
  readonly reason: string;
}

/** What is deployed together: the files of one locality, read. */
export interface ProcedureSet {
  readonly diagrams: readonly Diagram[];
  readonly tables: readonly TableFile[];
  readonly forms: readonly Form[];
  readonly unreadable: readonly Unreadable[];
}

/** Reads the files of a deployment; a file that cannot be read is listed instead of thrown. */
export async function readProcedureSet(files: readonly ProcedureFile[]): Promise<ProcedureSet> {
  const unreadable: Unreadable[] = [];
  const each = async <T>(kind: ProcedureFile['kind'], read: (file: ProcedureFile) => Promise<T> | T): Promise<T[]> => {
    const readings = files
      .filter((file) => file.kind === kind)
      .map(async (file) => {
        try {
          return [await read(file)];
        } catch (error) {
          unreadable.push({ file: file.name, reason: reasonOf(error) });

          return [];
        }
      });

    return (await Promise.all(readings)).flat();
  };

  return {
    diagrams: await each('diagram', ({ name, content }) => readDiagram(name, content)),
    tables: await each('table', readTable),
    forms: await each('form', readForm),
    unreadable,
  };
}

async function readTable({ name, content }: ProcedureFile): Promise<TableFile> {
  const { rootElement } = await new DmnModdle().fromXML(content);
  const elements = Array.isArray(rootElement['drgElement']) ? (rootElement['drgElement'] as Element[]) : [];

  return { file: name, decisions: elements.filter(({ $type }) => $type === 'dmn:Decision') };
}

function readForm({ name, content }: ProcedureFile): Form {
  const form = JSON.parse(content) as Record<string, unknown>;
  if (typeof form['id'] !== 'string') throw new Error('表单没有 id');

  return { file: name, id: form['id'], components: componentsOf(form) };
}

/** Components at any depth: groups and dynamic lists hold others. */
export const fieldsOf = (components: readonly FormComponent[]): FormComponent[] =>
  components.flatMap((component) => [component, ...fieldsOf(component.components ?? [])]);

function reasonOf(error: unknown): string {
  if (error instanceof DiagramUnreadableError) return error.reason;

  return error instanceof Error ? error.message : String(error);
}
