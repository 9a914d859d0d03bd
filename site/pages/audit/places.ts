import { z } from 'zod';

const logName = z.enum([
  'corporate',
  'adults',
  'childrens',
  'schools',
  'intake',
  'directory',
  'guidance',
  'insight',
  'reviews',
  'ombudsman',
  'telephony',
  'access',
]);
export type LogName = z.output<typeof logName>;

/** How far each log was read: the cursor that its next entries follow. */
export type Places = Readonly<Partial<Record<LogName, string>>>;

const model = z.partialRecord(logName, z.string().min(1).max(500));

/** The places as one text that an address can hold; null where no log was read yet. */
export function placesText(places: Places): string | null {
  return Object.keys(places).length === 0 ? null : Buffer.from(JSON.stringify(places)).toString('base64url');
}

/** The places that an address names; the beginning of every log where it names none that can be meant. */
export function readPlaces(text: string | null): Places {
  if (text === null) return {};
  try {
    return model.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
  } catch {
    return {};
  }
}
