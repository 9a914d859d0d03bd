/** What a measure's definition says, and in which version. */
interface Worded {
  readonly version: number;
  readonly says: string;
}

/** Each definition has one; what the page says beside them has none. */
const VERSION = /^- \*\*Version\*\*: (\d+), since .*$/m;

/** The definitions on the page of the measures, which is written from them, by the measure's name in the graph. */
export function definitionsIn(page: string): Record<string, Worded> {
  const parts = page.split(/^## .*\n\n/m).slice(1);
  return Object.fromEntries(parts.filter((part) => VERSION.test(part)).map(definitionIn));
}

function definitionIn(part: string): [string, Worded] {
  const name = /^`([A-Z0-9_]+)`/.exec(part)?.[1];
  const version = VERSION.exec(part)?.[1];
  if (name === undefined || version === undefined) throw new Error(`This defines no measure: ${part}`);
  return [name, { version: Number(version), says: part.replace(VERSION, '').trim() }];
}
