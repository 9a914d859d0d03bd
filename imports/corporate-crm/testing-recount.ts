/** What the extracts' README says of one line. */
export interface Counted {
  readonly kind: string;
  readonly identity?: string;
  readonly stream?: string;
  readonly stage?: number;
  readonly received?: string;
  readonly answered?: string | null;
  readonly updated?: string | null;
  readonly route?: string | null;
  readonly parent?: string | null;
  readonly outcome?: string | null;
  readonly serviceKnown?: boolean;
  readonly channelKnown?: boolean;
}

const low = (text: string) => text.trim().split(/\s+/).join(' ').toLowerCase();

function naiveRecords(text: string): { line: number; cells: string[] }[] {
  const records: { line: number; cells: string[] }[] = [];
  let line = 1;
  let cells: string[] = [];
  let startedAt = 1;
  // A cell with what ends it; inside quotes a doubled quote is one, and commas and line ends are text.
  const pattern = /("(?:[^"]|"")*"|[^,\n]*)([,\n])/g;
  for (const [, written = '', end] of text
    .replace(/^\ufeff/, '')
    .replaceAll('\r\n', '\n')
    .matchAll(pattern)) {
    line += written.split('\n').length - 1;
    cells.push(written.startsWith('"') ? written.slice(1, -1).replaceAll('""', '"') : written);
    if (end === ',') continue;
    line += 1;
    records.push({ line: startedAt, cells });
    cells = [];
    startedAt = line;
  }
  return records;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function calendarDay(year: number, month: number, day: number): string | null {
  const at = new Date(Date.UTC(year, month - 1, day));
  const exists = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
  return exists ? at.toISOString().slice(0, 10) : null;
}

function naiveDay(date: string): string | null {
  const slashed = date.split('/');
  if (slashed.length === 3) {
    const [day = '', month = '', year = ''] = slashed;
    return calendarDay(Number(year.length === 2 ? `20${year}` : year), Number(month), Number(day));
  }
  const [first = '', month = '', last = ''] = date.split('-');
  if (first.length === 4) return calendarDay(Number(first), Number(month), Number(last));
  if (last.length === 2)
    return calendarDay(2000 + Number(last), MONTHS.indexOf(month.toLowerCase()) + 1, Number(first));
  if (!/^\d{5}(\.5000)?$/.test(date)) return null;
  return new Date(Date.UTC(1899, 11, 30 + Number(date.slice(0, 5)))).toISOString().slice(0, 10);
}

/** `YYYY-MM-DD HH:MM` in London, or null. Only the forms that the generator writes. */
function naiveMoment(text: string): string | null {
  const [date = '', time] = text.trim().split(/[ T]/);
  const day = naiveDay(date);
  if (day === null) return null;
  if (time === undefined) return `${day} ${date.endsWith('.5000') ? '12:00' : '00:00'}`;
  if (!/(Z|\+\d\d:\d\d)$/.test(time)) return `${day} ${time.slice(0, 5)}`;
  // Sweden writes ISO days; the zone is what matters.
  return new Date(text.trim()).toLocaleString('sv-SE', { timeZone: 'Europe/London' }).slice(0, 16);
}

const UPHELD = [
  'uph',
  'upheld',
  'upheld - apology given',
  'upheld - service improvement',
  'cl01',
  'justified',
];
const PARTLY = ['puph', 'part upheld', 'partly upheld', 'partially upheld', 'cl02', 'part justified'];
const NOT = [
  'nuph',
  'not upheld',
  'not upheld - explanation given',
  'cl03',
  'not justified',
  'no fault found',
];
const NO_COMPLAINT = ['duplicate', 'opened in error', 'test - do not use'];
const UNKNOWN_SERVICES = ['drainage', 'tree team', "highways & t'port", 'leisure', ''];
const CHANNELS = ['web form', 'webform', 'email', 'e-mail', 'phone', 'telephone', 'letter', 'in person'];

function naiveOutcome(code: string): string | null {
  if (UPHELD.includes(low(code))) return 'UPHELD';
  if (PARTLY.includes(low(code))) return 'PARTIALLY_UPHELD';
  return NOT.includes(low(code)) ? 'NOT_UPHELD' : null;
}

function naiveRoute(is: { stage: number; schools: boolean; parent: string; route: string }): string | null {
  if (is.stage === 1) return null;
  if (low(is.route) === 'direct to stage 2') return 'DIRECT';
  if (low(is.route) === 'escalated from stage 1' || is.parent !== '') return 'ESCALATED';
  return is.schools && is.route.trim() === '' ? 'DIRECT' : null;
}

/** Says of one record what the extracts' README says of it, on the day `today`. */
function naiveCount({ header, cells, today }: { header: string[]; cells: string[]; today: string }): Counted {
  const at: Cell = (name) => cells[header.indexOf(name)] ?? '';
  if (cells.every((cell) => cell.trim() === '')) return { kind: 'noRow' };
  if (low(cells[0] ?? '') === 'case ref' || low(cells[0] ?? '') === 'total') return { kind: 'noRow' };
  const complaint = ['corporate complaint', 'schools complaint'].includes(low(at('Case Type')));
  if (!complaint || NO_COMPLAINT.includes(low(at('Closure Code')))) return { kind: 'leftOut' };
  const wrongWidth = cells.length < 26 || cells.slice(26).join('').trim() !== '';
  return wrongWidth || !canBePlaced(at, today) ? { kind: 'quarantined' } : naiveStage(at);
}

type Cell = (name: string) => string;

function canBePlaced(at: Cell, today: string): boolean {
  const received = naiveMoment(at('Date Received'))?.slice(0, 10) ?? '';
  const inTime = received !== '' && received <= today;
  return inTime && ['1', '2', '3'].includes(at('Stage').trim()) && /\d/.test(at('Case Ref'));
}

function naiveStage(at: Cell): Counted {
  const received = naiveMoment(at('Date Received'))?.slice(0, 10) ?? '';
  const answered = naiveMoment(at('Date Responded'))?.slice(0, 10) ?? null;
  const stage = Number(at('Stage'));
  const schools = low(at('Case Type')) === 'schools complaint';
  const parent = at('Parent Ref').replace(/[^\d]/g, '');
  const route = naiveRoute({ stage, schools, parent, route: at('Route') });
  return {
    kind: 'taken',
    identity: at('Case Ref').trim(),
    stream: schools ? 'schools' : 'corporate',
    stage,
    received,
    answered: answered !== null && answered >= received ? answered : null,
    updated: naiveMoment(at('Last Updated')),
    route,
    parent: route === 'ESCALATED' && parent !== '' ? parent : null,
    outcome: naiveOutcome(at('Closure Code')),
    serviceKnown: !UNKNOWN_SERVICES.includes(low(at('Service'))),
    channelKnown: CHANNELS.includes(low(at('Channel'))),
  };
}

/**
 * An independent recount of a made-up council, for tests: it shares nothing with the importer, reads the text
 * character by character, and knows only the dates and words that the generator writes. Line by line.
 */
export function recounted(text: string, today: string): [line: number, counted: Counted][] {
  const [first, ...rows] = naiveRecords(text);
  const header = first?.cells ?? [];
  return rows.map(({ line, cells }) => [line, naiveCount({ header, cells, today })]);
}
