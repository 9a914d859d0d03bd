import fc from 'fast-check';
import { dayFromNumber } from '../../domain/calendar/day';
import { readDay, readMoment } from './days';

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

describe('every day and minute from 2018 to 2030 comes back', () => {
  const first = Date.UTC(2018, 0, 1) / 86_400_000;
  const day = fc.integer({ min: first, max: first + 4_747 }).map(dayFromNumber);
  const two = (number: number) => String(number).padStart(2, '0');
  const forms: readonly [string, (day: string, hour: number, minute: number) => string, boolean][] = [
    ['dd/mm/yyyy', (d) => `${d.slice(8)}/${d.slice(5, 7)}/${d.slice(0, 4)}`, false],
    [
      'd/m/yyyy HH:MM',
      (d, h, m) => `${+d.slice(8)}/${+d.slice(5, 7)}/${d.slice(0, 4)} ${two(h)}:${two(m)}`,
      true,
    ],
    ['d/m/yy', (d) => `${+d.slice(8)}/${+d.slice(5, 7)}/${d.slice(2, 4)}`, false],
    [
      'd/m/yy H:MM:SS',
      (d, h, m) => `${+d.slice(8)}/${+d.slice(5, 7)}/${d.slice(2, 4)} ${h}:${two(m)}:00`,
      true,
    ],
    ['ISO', (d) => d, false],
    ['ISO with a time', (d, h, m) => `${d}T${two(h)}:${two(m)}`, true],
    ['ISO with a space', (d, h, m) => `${d} ${two(h)}:${two(m)}:00`, true],
    ['d-Mon-yy', (d) => `${+d.slice(8)}-${MONTHS[+d.slice(5, 7) - 1]}-${d.slice(2, 4)}`, false],
    ['serial', (d) => `${Date.parse(d) / 86_400_000 + 25_569}`, false],
    [
      'serial with a time',
      (d, h, m) => (Date.parse(d) / 86_400_000 + 25_569 + (h * 60 + m) / 1440).toFixed(6),
      true,
    ],
  ];

  it.each(forms)('as %s', (_form, write, hasTime) => {
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 0, max: 23 }),
        fc.integer({ min: 0, max: 59 }),
        (expected, hour, minute) => {
          const time = hasTime ? `${two(hour)}:${two(minute)}:00` : '00:00:00';
          const cell = write(expected, hour, minute);
          expect(readDay(cell)).toEqual({ kind: 'day', day: expected });
          expect(readMoment(` ${cell} `)).toEqual({
            kind: 'moment',
            day: expected,
            at: `${expected}T${time}`,
          });
        },
      ),
    );
  });

  it('as an instant with any offset, and one instant is one moment whatever its offset', () => {
    const quarters = fc.integer({ min: -48, max: 56 });
    fc.assert(
      fc.property(
        fc.integer({ min: first * 1440, max: (first + 4_747) * 1440 }),
        quarters,
        (minutes, quarter) => {
          const shifted = new Date((minutes + quarter * 15) * 60_000).toISOString().slice(0, 16);
          const ahead = Math.abs(quarter) * 15;
          const offset = `${quarter < 0 ? '-' : '+'}${two(Math.floor(ahead / 60))}:${two(ahead % 60)}`;
          const inUtc = `${new Date(minutes * 60_000).toISOString().slice(0, 16)}Z`;
          expect(readMoment(shifted + offset)).toEqual(readMoment(inUtc));
          expect(readMoment(inUtc).kind).toBe('moment');
        },
      ),
    );
  });
});
