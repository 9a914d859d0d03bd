/** Attributes of an element; what is undefined is left out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element of an SVG. Text, in names too, is escaped when it is rendered and not before. */
export interface Element {
  readonly name: string;
  readonly attributes: Attributes;
  readonly children: readonly (Element | string)[];
}

/** What a class looks like where no style sheet is. */
export type Paint = (classNames: readonly string[]) => Attributes;

/** An element with its attributes and what it holds. */
export const element = (
  name: string,
  attributes: Attributes,
  children: readonly (Element | string)[] = [],
): Element => ({ name, attributes, children });

/** The element as text. `paint` adds attributes for its classes, for a picture that stands by itself. */
export function render(node: Element | string, paint?: Paint): string {
  if (typeof node === 'string') return escaped(node);
  const { name, attributes, children } = node;
  const painted = paint ? { ...paint(String(attributes.class ?? '').split(' ')), ...attributes } : attributes;
  let text = `<${name}`;
  for (const [attribute, value] of Object.entries(painted)) {
    if (value !== undefined)
      text += ` ${attribute}="${escaped(typeof value === 'number' ? short(value) : value)}"`;
  }
  let inner = '';
  for (const child of children) inner += render(child, paint);
  return inner === '' ? `${text}/>` : `${text}>${inner}</${name}>`;
}

const short = (value: number): string => String(Math.round(value * 10) / 10);

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text that is its own escape, as nearly all of a chart's is: a page has thousands of pieces of it. */
const PLAIN = /^[ !#-%(-;=?-\ud7ff\ue000-\ufffd]*$/;

function escaped(text: string): string {
  if (PLAIN.test(text)) return text;
  const valid = Array.from(text, (character) => (isXml(character) ? character : '\ufffd')).join('');
  return valid.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/** Whether XML may hold the character: a downloaded picture with another one could not be opened. */
function isXml(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return code === 0x9 || code === 0xa || code === 0xd;
  return !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff;
}
