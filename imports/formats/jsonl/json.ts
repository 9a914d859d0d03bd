/** A value of JSON; numbers and truths as they are written, so that no digit is lost. */
export type Json = string | null | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

/** What a text of JSON says, or why that cannot be told. */
export type JsonRead =
  | { readonly kind: 'value'; readonly value: Json }
  | { readonly kind: 'notJson' }
  | { readonly kind: 'tooDeep' }
  /** A key that is in one object twice, by its path; `JSON.parse` would take the last and say nothing. */
  | { readonly kind: 'keyTwice'; readonly path: string };

/** Reads JSON (RFC 8259). Nothing is lost or made equal that was written apart: numbers keep their digits. */
export function readJson(text: string, mostLevels: number): JsonRead {
  try {
    JSON.parse(text);
  } catch {
    return { kind: 'notJson' };
  }
  const reader = new Reader(text, mostLevels);
  const value = reader.value(0);
  if (reader.isTooDeep) return { kind: 'tooDeep' };
  return reader.keyTwice === null ? { kind: 'value', value } : { kind: 'keyTwice', path: reader.keyTwice };
}

const WHITE = /[ \t\n\r]*/y;
/** A number or one of the words `true`, `false` and `null`. */
const WORD = /[^\s,\]}]+/y;

/** Reads a text that is known to be JSON, from its beginning to its end. */
class Reader {
  keyTwice: string | null = null;
  isTooDeep = false;
  private at = 0;
  private readonly path: string[] = [];

  constructor(
    private readonly text: string,
    private readonly mostLevels: number,
  ) {}

  value(level: number): Json {
    this.passWhite();
    const first = this.text[this.at];
    if (first === '"') return this.string();
    if ((first === '{' || first === '[') && level >= this.mostLevels) {
      this.isTooDeep = true;
      this.at = this.text.length;
      return null;
    }
    if (first === '{') return this.object(level + 1);
    if (first === '[') return this.list(level + 1);
    WORD.lastIndex = this.at;
    const word = WORD.exec(this.text)?.[0] ?? '';
    this.at += word.length;
    return word === 'null' ? null : word;
  }

  private object(level: number): JsonObject {
    // Without a prototype every key is just a key.
    const members: { [key: string]: Json } = Object.create(null);
    this.at += 1;
    while (this.goesOn('}')) {
      const key = this.string();
      this.path.push(key);
      if (key in members) this.keyTwice ??= this.path.join('.').replaceAll('.[', '[');
      this.passWhite();
      this.at += 1;
      members[key] = this.value(level);
      this.path.pop();
    }
    return members;
  }

  private list(level: number): Json[] {
    const members: Json[] = [];
    this.at += 1;
    while (this.goesOn(']')) {
      this.path.push(`[${members.length}]`);
      members.push(this.value(level));
      this.path.pop();
    }
    return members;
  }

  /** Whether a further member comes before the end of a list or an object; stands at the member, or past the end. */
  private goesOn(end: string): boolean {
    this.passWhite();
    if (this.text[this.at] === ',') {
      this.at += 1;
      this.passWhite();
    }
    if (this.at < this.text.length && this.text[this.at] !== end) return true;
    this.at += 1;
    return false;
  }

  private string(): string {
    const from = this.at;
    let end = this.text.indexOf('"', from + 1);
    while (this.isEscaped(end)) end = this.text.indexOf('"', end + 1);
    this.at = end + 1;
    const content = this.text.slice(from + 1, end);
    return content.includes('\\') ? String(JSON.parse(`"${content}"`)) : content;
  }

  /** Whether an odd number of backslashes stands before this place. */
  private isEscaped(place: number): boolean {
    let start = place;
    while (this.text[start - 1] === '\\') start -= 1;
    return (place - start) % 2 === 1;
  }

  private passWhite(): void {
    const code = this.text.charCodeAt(this.at);
    if (code > 0x20) return;
    WHITE.lastIndex = this.at;
    this.at += WHITE.exec(this.text)?.[0].length ?? 0;
  }
}
