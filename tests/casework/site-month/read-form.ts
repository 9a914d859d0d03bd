/** A field as a browser without script has it before anybody types. */
interface ReadField {
  readonly kind: 'area' | 'box' | 'choice' | 'input';
  readonly value: string;
  /** Whether it would be sent as it is: a box that is not ticked is not. */
  readonly isSent: boolean;
}

/** A form of a page. */
export interface ReadForm {
  readonly action: string;
  readonly fields: ReadonlyMap<string, ReadField>;
  /** What would be sent of it as it is, in its order: a name may come more than once. */
  readonly pairs: readonly (readonly [string, string])[];
}

const FORM = /<form\b(?<attributes>[^>]*)>(?<inside>.*?)<\/form>/gs;
const FIELD =
  /<input\b(?<input>[^>]*)>|<textarea\b(?<area>[^>]*)>\n?(?<text>.*?)<\/textarea>|<select\b(?<select>[^>]*)>(?<options>.*?)<\/select>/gs;
const OPTION = /<option\b(?<attributes>[^>]*)>/g;

/** The forms of a page, as its HTML has them. It is the site's own: written plainly, with its values in double quotes. */
export const formsOf = (html: string): ReadForm[] =>
  [...html.matchAll(FORM)].map(({ groups: form = {} }) => {
    const read = [...(form.inside ?? '').matchAll(FIELD)].flatMap(({ groups }) => fieldOf(groups ?? {}));
    return {
      action: attribute(form.attributes ?? '', 'action') ?? '',
      fields: new Map(read),
      pairs: read.flatMap(([name, { value, isSent }]) => (isSent ? [[name, value] as const] : [])),
    };
  });

function fieldOf(found: Readonly<Record<string, string | undefined>>): [string, ReadField][] {
  const attributes = found.input ?? found.area ?? found.select ?? '';
  const name = attribute(attributes, 'name');
  if (name === null) return [];
  return [[name, readField(attributes, found)]];
}

function readField(attributes: string, found: Readonly<Record<string, string | undefined>>): ReadField {
  if (found.area !== undefined) return { kind: 'area', value: decoded(found.text ?? ''), isSent: true };
  if (found.select !== undefined)
    return { kind: 'choice', value: chosenIn(found.options ?? ''), isSent: true };
  const value = attribute(attributes, 'value') ?? '';
  const isBox = /type="(?:checkbox|radio)"/.test(attributes);
  return isBox
    ? { kind: 'box', value: '', isSent: false }
    : { kind: 'input', value, isSent: !/type="submit"/.test(attributes) };
}

function chosenIn(options: string): string {
  const all = [...options.matchAll(OPTION)].map(({ groups }) => groups?.attributes ?? '');
  return attribute(all.find((each) => /\bselected\b/.test(each)) ?? all[0] ?? '', 'value') ?? '';
}

function attribute(attributes: string, name: string): string | null {
  const value = new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1];
  return value === undefined ? null : decoded(value);
}

const CHARACTERS: Readonly<Record<string, string>> = {
  ...{ '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&#x60;': '`' },
};

/** Text as a reader sees it. */
export const decoded = (html: string): string =>
  html.replace(/&(?:amp|lt|gt|quot|#39|#x60);/g, (written) => CHARACTERS[written] ?? written);

/** The words of a page, without what marks them up. */
export const wordsOf = (html: string): string => decoded(html.replace(/<[^>]+>/g, ' ')).replace(/\s+/g, ' ');
