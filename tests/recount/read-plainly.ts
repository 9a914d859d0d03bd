/**
 * A second, plain reading of the corporate system's extract, for tests alone: it shares no code with the product,
 * goes cell by cell and day by day, and is as slow as it likes.
 */
export interface PlainRow {
  readonly cells: Readonly<Record<string, string>>;
  readonly line: number;
  readonly tooMany: boolean;
  readonly tooFew: boolean;
}

/** Reads comma-separated text one character at a time. The first record is the header. */
export function readPlainly(text: string): PlainRow[] {
  const [header, ...rows] = records(text.replace(/^\uFEFF/, ''));
  const names = (header?.cells ?? []).map((name) => name.trim());
  return rows.map(({ cells, line }) => ({
    line,
    cells: Object.fromEntries(names.map((name, index) => [name, (cells[index] ?? '').trim()])),
    tooMany: cells.slice(names.length).some((cell) => cell.trim() !== ''),
    tooFew: cells.length < names.length,
  }));
}

function records(text: string): { cells: string[]; line: number }[] {
  const found: { cells: string[]; line: number }[] = [];
  let cells: string[] = [];
  let line = 1;
  let startedAt = 1;
  for (const [whole, cell = '', end] of text.matchAll(/("(?:[^"]|"")*"|[^,\r\n]*)(,|\r?\n|$)/g)) {
    cells.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    line += whole.split('\n').length - 1;
    if (end === ',') continue;
    if (end !== '' || cells.length > 1 || cells[0] !== '') found.push({ cells, line: startedAt });
    cells = [];
    startedAt = line;
    if (end === '') break;
  }
  return found;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const TIME = String.raw`(?:[ T](\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?`;
const SLASHED = new RegExp(String.raw`^(\d{1,2})/(\d{1,2})/(\d{4}|\d{2})${TIME}$`);
const ISO = new RegExp(String.raw`^(\d{4})-(\d{2})-(\d{2})${TIME}(Z|[+-]\d{2}:?\d{2})?$`);
/** Made once: to make one takes longer than to read a hundred cells. */
const LONDON = new Intl.DateTimeFormat('sv-SE', {
  ...{ timeZone: 'Europe/London', dateStyle: 'short', timeStyle: 'medium' },
});

/** The London day and time (to the second) that a cell means; null when it means none. */
export function plainMoment(cell: string): string | null {
  const slashed = SLASHED.exec(cell);
  if (slashed) {
    const year = (slashed[3] ?? '').length === 2 ? `20${slashed[3]}` : slashed[3];
    return moment([year, slashed[2], slashed[1]], slashed.slice(4, 7));
  }
  const iso = ISO.exec(cell);
  if (iso) return iso[7] ? inLondon(cell) : moment([iso[1], iso[2], iso[3]], iso.slice(4, 7));
  const named = /^(\d{1,2})-([A-Za-z]{3})-(\d{2})$/.exec(cell);
  if (named)
    return moment([`20${named[3]}`, `${MONTHS.indexOf((named[2] ?? '').toLowerCase()) + 1}`, named[1]], []);
  if (/^\d{5}(\.\d+)?$/.test(cell)) {
    return new Date(Math.round((Number(cell) - 25_569) * 86_400) * 1000).toISOString().slice(0, 19);
  }
  return null;
}

function moment(date: (string | undefined)[], time: (string | undefined)[]): string | null {
  const [year, month, day] = date.map(Number);
  const [hour = 0, minute = 0, second = 0] = time.map((part) => Number(part ?? 0));
  const at = new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, day, hour, minute, second));
  const exact =
    at.getUTCFullYear() === year &&
    at.getUTCMonth() + 1 === month &&
    at.getUTCDate() === day &&
    at.getUTCHours() === hour &&
    at.getUTCMinutes() === minute;
  return exact ? at.toISOString().slice(0, 19) : null;
}

function inLondon(cell: string): string | null {
  const at = new Date(cell.replace(' ', 'T').replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
  if (Number.isNaN(at.getTime()) || plainMoment(cell.replace(/(Z|[+-]\d{2}:?\d{2})$/, '')) === null)
    return null;
  return LONDON.format(at).replace(' ', 'T');
}
