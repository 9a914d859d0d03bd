import type { ClosureReason, Outcome } from '../../domain/findings';
import { blank, readWord, readWritten } from '../cells/text';
import { channelIn, type NamesThen, serviceIn } from '../kit/look-ups';
import { CLOSURE_CODES, STATUSES } from './codes';
import type { CorporateRowFaults } from './faults';

/** How a stage ended, and the words it was written in. */
export interface Closure {
  readonly outcome: Outcome | null;
  readonly closureReason: ClosureReason | null;
  readonly closureCodeWritten: string | null;
}

/**
 * Reads the closure code by the list. An unknown one says nothing of how the stage ended, and is kept as written: with its
 * fault, unless people decided since what it means, which the stream gives it.
 */
export function closure(notes: CorporateRowFaults, decided: (written: string) => unknown): Closure {
  const written = notes.cell('Closure Code');
  const code = readWord(written, CLOSURE_CODES);
  const closureCodeWritten = readWritten(written);
  if (code.kind === 'word' && code.means.kind === 'ended') {
    const { outcome, closureReason } = code.means;
    return { outcome, closureReason, closureCodeWritten };
  }
  if (code.kind === 'unknown' && decided(code.written) === null)
    notes.add('Closure Code', 'UNKNOWN_CLOSURE_CODE');
  return { outcome: null, closureReason: null, closureCodeWritten };
}

/** Whether the stage has ended. Where the status does not say, an answer or a closure code does. */
export function ended(notes: CorporateRowFaults, otherSigns: boolean): boolean {
  const status = readWord(notes.cell('Status'), STATUSES);
  if (status.kind === 'word') return status.means;
  notes.add('Status', status.kind === 'blank' ? 'STATUS_MISSING' : 'UNKNOWN_STATUS');
  return otherSigns;
}

/** Who was complained about and how it came in, by the directory's names. A directorate follows from its service. */
export function addressed(notes: CorporateRowFaults, then: NamesThen) {
  const service = serviceIn(notes, 'Service', then);
  const directorate = notes.cell('Directorate');
  const directorateId = blank(directorate) ? null : then.names.directorateIdOf(directorate);
  if (!blank(directorate) && directorateId === null) notes.add('Directorate', 'UNKNOWN_DIRECTORATE');
  return { ...service, directorateId, ...channelIn(notes, 'Channel', then) };
}
