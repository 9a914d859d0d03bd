import type { Day } from '../../domain/calendar/day';
import type { ClosureReason, Outcome } from '../../domain/findings';
import { blank, readWord, readWritten } from '../cells/words';
import type { Names } from '../names';
import { CLOSURE_CODES, STATUSES } from './codes';
import type { CorporateNotes } from './faults';

/** How a stage ended, and the words it was written in. */
export interface Closure {
  readonly outcome: Outcome | null;
  readonly closureReason: ClosureReason | null;
  readonly closureCodeWritten: string | null;
}

/** Reads the closure code, by the list or by what people decided since. An unknown one says nothing of how the stage ended, and is kept as written with its fault. */
export function closure(
  notes: CorporateNotes,
  decided: (written: string) => Omit<Closure, 'closureCodeWritten'> | null,
): Closure {
  const written = notes.cell('Closure Code');
  const code = readWord(written, CLOSURE_CODES);
  const closureCodeWritten = readWritten(written);
  if (code.kind === 'word' && code.means.kind === 'ended') {
    const { outcome, closureReason } = code.means;
    return { outcome, closureReason, closureCodeWritten };
  }
  const meaning = code.kind === 'unknown' ? decided(code.written) : null;
  if (code.kind === 'unknown' && meaning === null) notes.add('Closure Code', 'UNKNOWN_CLOSURE_CODE');
  return { outcome: null, closureReason: null, ...meaning, closureCodeWritten };
}

/** Whether the stage has ended. Where the status does not say, an answer or a closure code does. */
export function ended(notes: CorporateNotes, otherSigns: boolean): boolean {
  const status = readWord(notes.cell('Status'), STATUSES);
  if (status.kind === 'word') return status.means;
  notes.add('Status', status.kind === 'blank' ? 'STATUS_MISSING' : 'UNKNOWN_STATUS');
  return otherSigns;
}

/** Who was complained about and how it came in, by the directory's names. */
export interface Addressed {
  readonly serviceId: string | null;
  readonly serviceWritten: string | null;
  readonly directorateId: string | null;
  readonly channel: string | null;
  readonly channelWritten: string | null;
}

/** Looks the names up. One that nobody knows is kept as written with its fault; a blank one is just not recorded. */
export function addressed(
  notes: CorporateNotes,
  { names, receivedOn }: { names: Names; receivedOn: Day },
): Addressed {
  const serviceWritten = readWritten(notes.cell('Service'));
  const serviceId = serviceWritten === null ? null : names.serviceIdOf(notes.cell('Service'), receivedOn);
  if (serviceWritten !== null && serviceId === null) notes.add('Service', 'UNKNOWN_SERVICE');
  const directorate = notes.cell('Directorate');
  const directorateId = blank(directorate) ? null : names.directorateIdOf(directorate);
  if (!blank(directorate) && directorateId === null) notes.add('Directorate', 'UNKNOWN_DIRECTORATE');
  const channelWritten = readWritten(notes.cell('Channel'));
  const channel = channelWritten === null ? null : names.channelOf(notes.cell('Channel'), receivedOn);
  if (channelWritten !== null && channel === null) notes.add('Channel', 'UNKNOWN_CHANNEL');
  return { serviceId, serviceWritten, directorateId, channel, channelWritten };
}
