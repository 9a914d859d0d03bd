import { type InstantCell, readInstant } from '../cells/instants';
import { blank } from '../cells/text';
import type { CallFaultCode, CallRowFaults } from './faults';

/** How a call went in time. What is not known is null. */
export interface CallTimes {
  /** The moment it was offered, as ISO text in Greenwich's time. */
  readonly offeredAt: string | null;
  /** Real seconds from the offer to the answer, or to the end where the caller gave up. */
  readonly waitSeconds: number | null;
  /** Real seconds from the answer to the end. */
  readonly talkSeconds: number | null;
}

interface Moment {
  readonly column: 'OfferedAt' | 'AnsweredAt' | 'EndedAt';
  /** The moments that it may be, in seconds since 1970, the earliest first. */
  readonly seconds: readonly number[];
}

/** No call is kept waiting, or lasts, longer: what says so is a slip of the keyboard or of a date. */
const LONGEST_SECONDS = 86_400;

/**
 * Works a call's times out in real seconds. What is out of order is a fault and is not used. In the hour that clocks
 * show twice, those moments are meant that keep the order and make the call shortest; of equal ones the earlier.
 */
export function timesOf(
  notes: CallRowFaults,
  { offered, answered }: { readonly offered: readonly number[]; readonly answered: boolean | null },
): CallTimes {
  if (offered.length === 0) notes.add('OfferedAt', 'OFFERED_TIME_UNKNOWN');
  const moments: readonly Moment[] = [
    { column: 'OfferedAt', seconds: offered },
    { column: 'AnsweredAt', seconds: answeredIn(notes, answered) },
    { column: 'EndedAt', seconds: endedIn(notes) },
  ];
  const kept: Moment[] = [];
  for (const moment of moments) if (follows(notes, kept, moment)) kept.push(moment);
  const meant = meantBy(kept) ?? [];
  const at = (column: Moment['column']) =>
    meant[kept.findIndex((moment) => moment.column === column)] ?? null;
  return durations({ offered: at('OfferedAt'), answer: at('AnsweredAt'), end: at('EndedAt') }, answered);
}

function durations(
  at: { readonly offered: number | null; readonly answer: number | null; readonly end: number | null },
  answered: boolean | null,
): CallTimes {
  const waitedTo = answered === true ? at.answer : at.end;
  return {
    offeredAt: at.offered === null ? null : new Date(at.offered * 1_000).toISOString(),
    waitSeconds: answered === null ? null : between(at.offered, waitedTo),
    talkSeconds: answered === true ? between(at.answer, at.end) : null,
  };
}

const between = (from: number | null, to: number | null): number | null =>
  from === null || to === null ? null : to - from;

function answeredIn(notes: CallRowFaults, answered: boolean | null): readonly number[] {
  const cell = notes.cell('AnsweredAt');
  if (answered === false) {
    if (!blank(cell)) notes.add('AnsweredAt', 'ABANDONED_WITH_ANSWER');
    return [];
  }
  const read = readInstant(cell);
  if (read.kind === 'blank' && answered === true) notes.add('AnsweredAt', 'ANSWERED_MISSING');
  return secondsOf(read, (code) => notes.add('AnsweredAt', `ANSWERED_${code}`));
}

function endedIn(notes: CallRowFaults): readonly number[] {
  const read = readInstant(notes.cell('EndedAt'));
  if (read.kind === 'blank') notes.add('EndedAt', 'ENDED_MISSING');
  return secondsOf(read, (code) => notes.add('EndedAt', `ENDED_${code}`));
}

function secondsOf(
  read: InstantCell,
  fault: (code: 'UNREADABLE' | 'TIME_UNKNOWN') => void,
): readonly number[] {
  if (read.kind === 'unreadable') fault('UNREADABLE');
  if (read.kind !== 'instant') return [];
  if (read.seconds.length === 0) fault('TIME_UNKNOWN');
  return read.seconds;
}

/** Whether a moment is known and can come after those before it; else notes why not. */
function follows(notes: CallRowFaults, before: readonly Moment[], moment: Moment): boolean {
  if (moment.seconds.length === 0) return false;
  if (meantBy([...before, moment]) !== null) return true;
  const last = before.at(-1);
  if (last) notes.add(moment.column, outOfOrder(last, moment));
  return false;
}

function outOfOrder(before: Moment, { column, seconds }: Moment): CallFaultCode {
  const isLater = Math.min(...seconds) - Math.max(...before.seconds) > LONGEST_SECONDS;
  if (column === 'AnsweredAt') return isLater ? 'ANSWERED_DAYS_LATER' : 'ANSWERED_BEFORE_OFFERED';
  if (isLater) return 'ENDED_DAYS_LATER';
  return before.column === 'AnsweredAt' ? 'ENDED_BEFORE_ANSWERED' : 'ENDED_BEFORE_OFFERED';
}

/** The moments that are meant, one for each; null where they can be in no order. */
function meantBy(moments: readonly Moment[]): readonly number[] | null {
  let shortest: readonly number[] | null = null;
  for (const choice of choicesOf(moments)) {
    if (isInOrder(choice) && (shortest === null || lengthOf(choice) < lengthOf(shortest))) shortest = choice;
  }
  return shortest;
}

/** Every way to take one moment of each, the earliest first. */
function choicesOf(moments: readonly Moment[]): readonly (readonly number[])[] {
  let choices: readonly (readonly number[])[] = [[]];
  for (const { seconds } of moments)
    choices = choices.flatMap((choice) => seconds.map((second) => [...choice, second]));
  return choices;
}

const isInOrder = (choice: readonly number[]): boolean =>
  choice.every((second, place) => {
    const before = choice[place - 1] ?? second;
    return second >= before && second - before <= LONGEST_SECONDS;
  });

const lengthOf = (choice: readonly number[]): number => (choice.at(-1) ?? 0) - (choice[0] ?? 0);
