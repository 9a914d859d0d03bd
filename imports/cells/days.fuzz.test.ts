import fc from 'fast-check';
import { toDay } from '../../domain/calendar/day';
import { readDay } from './days';

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
/** Swedes write days as ISO does. */
const SWEDISH = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London' });

/** Every shape that may be read, written out with 9 for a digit and one 9 for a whole fraction. */
function allShapes(): ReadonlySet<string> {
  const slashed = ['9', '99'].flatMap((d) =>
    ['9', '99'].flatMap((m) => ['99', '9999'].map((y) => `${d}/${m}/${y}`)),
  );
  const clocks = ['', ' 9:99', ' 99:99', ' 9:99:99', ' 99:99:99'];
  const offsets = ['', 'Z', '+99:99', '-99:99', '+9999', '-9999'];
  const times = ['99:99', '99:99:99', '99:99:99.9'].flatMap((time) => offsets.map((offset) => time + offset));
  const named = MONTHS.flatMap((month) => [`9-${month}-99`.toLowerCase(), `99-${month}-99`.toLowerCase()]);
  return new Set([
    ...slashed.flatMap((day) => clocks.map((time) => day + time)),
    '9999-99-99',
    ...times.flatMap((time) => [`9999-99-99T${time}`, `9999-99-99 ${time}`]),
    ...named,
    '99999',
    '99999.9',
  ]);
}

const SHAPES = allShapes();

function exists(year: number, month: number, day: number): boolean {
  const utc = new Date(0);
  utc.setUTCFullYear(year, month - 1, day);
  return year >= 1900 && utc.getUTCMonth() === month - 1 && utc.getUTCDate() === day;
}

function isClock([hour = 0, minute = 0, second = 0]: readonly number[]): boolean {
  return hour < 24 && minute < 60 && second < 60;
}

const iso = (year: number, month: number, day: number) =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

function slowIso(text: string): string | null {
  const [year = 0, month = 0, day = 0] = text.slice(0, 10).split('-').map(Number);
  const [time = '', offset = ''] = text.slice(11).split(/(?=[Z+-])/);
  if (!exists(year, month, day) || !isClock(time.split(':').map(Number))) return null;
  if (offset === '') return iso(year, month, day);
  const digits = offset.replace(/\D/g, '').padStart(4, '0');
  const ahead = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
  if (Number(digits.slice(2)) > 59 || ahead > 14 * 60) return null;
  const wall = Date.parse(`${text.slice(0, 10)}T${time.slice(0, 5)}:00Z`);
  const instant = new Date(wall - (offset.startsWith('-') ? -ahead : ahead) * 60_000);
  const local = SWEDISH.format(instant);
  return local >= '1900-01-01' && local.length === 10 ? local : null;
}

/** The same rules as `readDay`, by shapes and the machine's calendar: no pattern in common with it. */
function readSlowly(cell: string): string | null {
  const text = cell.trim();
  const shape = text.replace(/[0-9]/g, '9');
  const isNamed = /[a-z]-99$/i.test(shape);
  const folded = isNamed ? shape.toLowerCase() : shape.replace(/\.9+/, '.9');
  if (!SHAPES.has(folded)) return null;
  if (shape.startsWith('9999-')) return slowIso(text);
  if (shape.startsWith('99999')) {
    if (text.startsWith('0')) return null;
    return new Date(Date.UTC(1899, 11, 30 + Math.floor(Number(text)))).toISOString().slice(0, 10);
  }
  const [date = '', time = ''] = text.split(' ');
  const [day = 0, month = 0, year = 0] = isNamed
    ? date
        .split('-')
        .map((part, place) =>
          place === 1 ? MONTHS.findIndex((m) => m.toLowerCase() === part.toLowerCase()) + 1 : Number(part),
        )
    : date.split('/').map(Number);
  const fullYear = date.match(/\d+$/)?.[0].length === 2 ? 2000 + year : year;
  return exists(fullYear, month, day) && isClock(time.split(':').map(Number))
    ? iso(fullYear, month, day)
    : null;
}

const VALID = [
  '05/07/2021 14:30',
  '5/7/21 9:05:07',
  '31/12/2019',
  '2021-07-05',
  '2021-07-05T14:30:09.25+01:00',
  '2024-06-30 23:30Z',
  '7-Nov-19',
  '44435.5000',
  '29/02/2020',
  '30-Jun-21',
];
const PIECES = '2021 07 31 30 5 21 2 0 9 / - : . T Z +01:00 +0100 Feb nov 44435'.split(' ');

const character = fc.constantFrom(...'0123456789/-:.TZ+ JanFebov\u00a0x');
const change = fc.record({ place: fc.nat(32), how: fc.constantFrom('put', 'cut', 'swap'), character });
type Change = typeof change extends fc.Arbitrary<infer Made> ? Made : never;

function changed(text: string, { place, how, character: put }: Change): string {
  const at = place % (text.length + 1);
  return text.slice(0, at) + (how === 'cut' ? '' : put) + text.slice(how === 'put' ? at : at + 1);
}

const almostValid = fc
  .tuple(fc.constantFrom(...VALID), fc.array(change, { maxLength: 3 }))
  .map(([text, changes]) => changes.reduce<string>(changed, text));
const assembled = fc.array(fc.constantFrom(' ', ...PIECES), { maxLength: 9 }).map((parts) => parts.join(''));
const written = fc.oneof(
  { weight: 4, arbitrary: almostValid },
  { weight: 2, arbitrary: assembled },
  { weight: 1, arbitrary: fc.string() },
);

describe('whatever a cell holds', () => {
  it('is read exactly where a slow reader made another way reads it', () => {
    let read = 0;
    fc.assert(
      fc.property(written, (cell) => {
        const result = readDay(cell);
        expect({ cell, day: result.kind === 'day' ? result.day : null }).toEqual({
          cell,
          day: readSlowly(cell),
        });
        if (result.kind === 'day') read += 1;
      }),
      { numRuns: 5_000 },
    );
    // A fuzz that never makes anything readable would prove nothing.
    expect(read).toBeGreaterThan(100);
  });

  it('gives only days that the calendar has', () => {
    fc.assert(
      fc.property(written, (cell) => {
        const result = readDay(cell);
        if (result.kind === 'day') expect(toDay(result.day)).toBe(result.day);
      }),
      { numRuns: 1_000 },
    );
  });
});
