/** What the YAML that we write ourselves can hold. */
export type Yaml = string | null | readonly Yaml[] | { readonly [key: string]: Yaml };

interface Line {
  readonly number: number;
  readonly indent: number;
  readonly text: string;
}

/**
 * Reads the plain part of YAML that docker-compose.yml keeps to: maps and lists by indentation, text in double quotes
 * or none, lists in brackets as JSON, comments on lines of their own. Throws, with the line, on anything else.
 */
export function readYaml(source: string): Yaml {
  const lines = source
    .split('\n')
    .map((text, index) => ({ number: index + 1, indent: text.search(/\S/), text: text.trim() }))
    .filter(({ text }) => text !== '' && !text.startsWith('#'));
  const { value, rest } = block(lines, 0);
  if (rest[0]) throw new Error(`Line ${rest[0].number} is indented in a way that cannot be read`);
  return value;
}

interface Read {
  readonly value: Yaml;
  readonly rest: readonly Line[];
}

function block(lines: readonly Line[], indent: number): Read {
  return lines[0]?.text.startsWith('- ') ? list(lines, indent) : map(lines, indent);
}

function list(lines: readonly Line[], indent: number): Read {
  const items: Yaml[] = [];
  let rest = lines;
  while (rest[0]?.indent === indent && rest[0].text.startsWith('- ')) {
    items.push(scalar(rest[0].text.slice(2), rest[0]));
    rest = rest.slice(1);
  }
  return { value: items, rest };
}

function map(lines: readonly Line[], indent: number): Read {
  const entries: [string, Yaml][] = [];
  let rest = lines;
  while (rest[0]?.indent === indent) {
    const line = rest[0];
    const [, key, value = ''] = /^([\w.-]+):(?: (.+))?$/.exec(line.text) ?? [];
    if (key === undefined) throw new Error(`Line ${line.number} is neither “key: value” nor “- item”`);
    rest = rest.slice(1);
    const inner = rest[0]?.indent ?? 0;
    if (value !== '' || inner <= indent) {
      entries.push([key, value === '' ? null : scalar(value, line)]);
      continue;
    }
    const read = block(rest, inner);
    entries.push([key, read.value]);
    rest = read.rest;
  }
  return { value: Object.fromEntries(entries), rest };
}

function scalar(text: string, line: Line): Yaml {
  if (/^["[]/.test(text)) return JSON.parse(text) as Yaml;
  if (/^[&*!|>'{%@]/.test(text) || text.includes(' #'))
    throw new Error(`Line ${line.number} holds YAML that is not read here`);
  return text;
}
