import type { WorkshopPartsFragment } from '../../operations/__generated__/operations';

const MILLIS_PER_MINUTE = 60_000;
/** A line of a calendar file has no more bytes than this; what follows goes on in the next, after a blank. */
const LINE_BYTES = 75;

/** A workshop for somebody's own calendar, as a file (RFC 5545). */
export function calendarFile(
  workshop: Pick<WorkshopPartsFragment, 'id' | 'title' | 'startsAt' | 'minutes' | 'place' | 'heldBy'>,
  made: Date,
): string {
  const start = new Date(workshop.startsAt);
  const end = new Date(start.getTime() + workshop.minutes * MILLIS_PER_MINUTE);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Council complaints//Workshops//EN',
    'BEGIN:VEVENT',
    `UID:${workshop.id}@workshops.complaints`,
    `DTSTAMP:${momentOf(made)}`,
    `DTSTART:${momentOf(start)}`,
    `DTEND:${momentOf(end)}`,
    `SUMMARY:${textOf(workshop.title)}`,
    `LOCATION:${textOf(workshop.place)}`,
    `DESCRIPTION:${textOf(`Held by ${workshop.heldBy}`)}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

const momentOf = (moment: Date): string => moment.toISOString().replaceAll(/[-:]|\.\d{3}/g, '');

/** A text with what would end or divide it marked. */
const textOf = (text: string): string =>
  text.replaceAll(/[\\;,]/g, (sign) => `\\${sign}`).replaceAll(/\r\n|[\r\n]/g, '\\n');

/** A line in pieces that are short enough, none of which cuts a character in two. */
function folded(line: string): string {
  let [whole, piece] = ['', ''];
  for (const character of line) {
    if (Buffer.byteLength(piece + character) > LINE_BYTES) {
      whole += `${piece}\r\n`;
      piece = ' ';
    }
    piece += character;
  }
  return whole + piece;
}
