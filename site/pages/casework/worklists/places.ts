import { z } from 'zod';
import type { WorkStream } from './work-streams';

/** Where each stream's list goes on: the cursor of the last that was shown of it. */
export type Places = Readonly<Partial<Record<WorkStream, string>>>;

const placesModel = z.partialRecord(z.enum(['adults', 'childrens', 'corporate', 'schools']), z.string());

/** The places of several lists as one cursor, which an address can hold. */
export const placesToCursor = (places: Places): string =>
  Buffer.from(JSON.stringify(places)).toString('base64url');

/** The places that a cursor names; null where it can mean none. */
export function placesOf(cursor: string | null): Places | null {
  if (cursor === null) return {};
  try {
    return placesModel.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch {
    return null;
  }
}
