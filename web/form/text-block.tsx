import DOMPurify from 'dompurify';
import { marked } from 'marked';
import type { FormComponent, Values } from '../../forms/schema.js';
import { textOf } from './template.js';

/** Text of a form: markdown or html with values in it, made harmless. Its headings stand below those of the page. */
export function TextBlock({ component, scope }: { component: FormComponent; scope: Values }) {
  const text = textOf(component.text ?? component.content ?? '', scope);
  const html = component.type === 'html' ? text : marked.parse(text, { async: false });
  const clean = DOMPurify.sanitize(lowered(html), { FORBID_TAGS: ['style', 'form', 'input', 'img'] });

  return <div className="form-text" dangerouslySetInnerHTML={{ __html: clean }} />;
}

const lowered = (html: string): string =>
  html.replaceAll(/<(\/?)h([1-5])\b/g, (_all, slash: string, level: string) => `<${slash}h${Number(level) + 1}`);
