import type { Random } from '../random';

/** A second of a London wall clock, counted since 1970, as the telephony system writes it. */
export function writtenSecond(seconds: number): string {
  return new Date(seconds * 1_000).toISOString().slice(0, 19).replace('T', ' ');
}

/** The day alone of a moment as `writtenSecond` writes it. */
export const withoutTime = (written: string): string => written.slice(0, 10);

/** The same second in another form that has been seen. */
export function writtenOtherwise(random: Random, written: string): string {
  const [date = '', time = ''] = written.split(' ');
  if (time === '') return written;
  const [year = '', month = '', day = ''] = date.split('-');
  return random.pick([
    `${day}/${month}/${year} ${time}`,
    `${Number(day)}/${Number(month)}/${year.slice(2)} ${time}`,
    `${date}T${time}`,
    `${date}T${time}.250`,
    ` ${written} `,
  ]);
}
