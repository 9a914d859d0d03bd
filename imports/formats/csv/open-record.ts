const QUOTE = '"';

/** What has been read of a record: all of it, all but the rest of a quoted cell, or something that no quotes mean. */
export type Progress = 'whole' | 'open' | 'malformed';

/**
 * One record, read line by line as RFC 4180 has it: a cell may be quoted, and a quote in it doubled. Spaces around a cell
 * are nothing, those within quotes are kept. A quote inside a cell that does not begin with one is a quote.
 */
export class OpenRecord {
  readonly cells: string[] = [];
  /** What has been read of a quoted cell that is not closed. */
  private quoted: string[] | null = null;

  constructor(private readonly separator: string) {}

  /** Reads the next piece of the record: its first line, or what stands from there to the end of a further line. */
  read(text: string): Progress {
    let at = 0;
    if (this.quoted === null && !text.includes(QUOTE)) {
      for (const cell of text.split(this.separator)) this.cells.push(cell.trim());
      return 'whole';
    }
    while (at <= text.length) {
      const next = this.quoted === null ? this.readCell(text, at) : this.readQuoted(text, at);
      if (typeof next === 'string') return next;
      at = next;
    }
    return 'whole';
  }

  /** Reads the cell that begins here. Returns where the next one does. */
  private readCell(text: string, from: number): number | Progress {
    const start = afterSpaces(text, from, this.separator);
    if (text[start] === QUOTE) {
      this.quoted = [];
      return this.readQuoted(text, start + 1);
    }
    const end = text.indexOf(this.separator, from);
    this.cells.push(text.slice(from, end < 0 ? undefined : end).trim());
    return end < 0 ? text.length + 1 : end + 1;
  }

  private readQuoted(text: string, from: number): number | Progress {
    const parts = this.quoted ?? [];
    let start = from;
    while (true) {
      const quote = text.indexOf(QUOTE, start);
      if (quote < 0) {
        parts.push(text.slice(start));
        return 'open';
      }
      const isDoubled = text[quote + 1] === QUOTE;
      parts.push(text.slice(start, isDoubled ? quote + 1 : quote));
      start = quote + 2;
      if (!isDoubled) return this.closed(text, quote + 1);
    }
  }

  private closed(text: string, from: number): number | Progress {
    const at = afterSpaces(text, from, this.separator);
    if (at < text.length && text[at] !== this.separator) return 'malformed';
    this.cells.push(this.quoted?.join('') ?? '');
    this.quoted = null;
    return at + 1;
  }
}

/** Where something else than white space comes; a tab may be what parts cells. */
function afterSpaces(text: string, from: number, separator: string): number {
  let at = from;
  while (at < text.length && text[at] !== separator && (text[at] ?? '').trim() === '') at += 1;
  return at;
}
