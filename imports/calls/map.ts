import type { Day } from '../../domain/calendar/day';
import { contentHash } from '../cells/content-hash';
import { readInstant } from '../cells/instants';
import { readText, readWord, readWritten } from '../cells/text';
import { type Judging, readReceived } from '../kit/days-in';
import { isRagged, referenceIn } from '../kit/identity-in';
import { nonRecord } from '../kit/non-records';
import type { MappedRow, RawRow } from '../record';
import type { Facts } from '../source';
import { groupOf, RESULTS } from './codes';
import { CALL_COLUMNS } from './columns';
import { type CallRowFaults, callFaults } from './faults';
import { type CallTimes, timesOf } from './times';

/** One telephone call: what figures count, and who was on the line. */
export interface CallRecord extends CallTimes {
  readonly callId: string;
  readonly offeredOn: Day;
  /** Null where no queue was written, or one that nobody has mapped. */
  readonly group: string | null;
  readonly queueWritten: string | null;
  /** Null where the result is not known. */
  readonly answered: boolean | null;
  /** Personal data. */
  readonly callerNumber: string | null;
  /** Personal data. */
  readonly agent: string | null;
  /** The streams that whoever sees the two has to be cleared for, all of them. */
  readonly clearedFor: readonly string[];
  readonly contentHash: string;
}

/** What one row of the telephony system is, by the rules of the extracts' README ("Which rows count"). Pure. */
export function mapCallRow(
  row: RawRow,
  facts: Pick<Facts, 'today' | 'isHeld' | 'streams'>,
): MappedRow<CallRecord> {
  const { today, streams } = facts;
  const notes = callFaults(row);
  const isRecord = () => readWord(notes.cell('Result'), RESULTS).kind === 'word';
  const none = nonRecord(row, { columns: CALL_COLUMNS, isRecord });
  if (none !== null) return none;
  // With cells out of place nothing says which stream it is of.
  if (isRagged(row, notes)) return { kind: 'quarantined', faults: notes.faults };
  const place = placed(notes, facts);
  if (place === null) return { kind: 'quarantined', ...ownerOf(notes, today), faults: notes.faults };
  const record = recordOf(notes, place, streams);
  return { kind: 'taken', identity: record.callId, lastUpdated: null, record, faults: notes.faults };
}

/** Rule 3: what a row must have to be counted at all. */
interface Placed {
  readonly callId: string;
  readonly offeredOn: Day;
  readonly offered: readonly number[];
}

/** A row that cannot be placed belongs to the stream of its queue as it is today, where that is known. */
function ownerOf(notes: CallRowFaults, today: Day): { owner?: string } {
  const group = groupOf({ queue: notes.cell('Queue'), on: today });
  return group === null ? {} : { owner: group.stream };
}

function placed(notes: CallRowFaults, judging: Judging): Placed | null {
  const callId = referenceIn(notes, 'CallID', judging);
  const { day: offeredOn, fault } = readReceived(notes.cell('OfferedAt'), judging);
  if (fault !== null) notes.add('OfferedAt', OFFERED_FAULTS[fault]);
  if (offeredOn === null || callId === null) return null;
  const read = readInstant(notes.cell('OfferedAt'));
  return { callId, offeredOn, offered: read.kind === 'instant' ? read.seconds : [] };
}

const OFFERED_FAULTS = {
  RECEIVED_MISSING: 'OFFERED_MISSING',
  RECEIVED_UNREADABLE: 'OFFERED_UNREADABLE',
  RECEIVED_IN_FUTURE: 'OFFERED_IN_FUTURE',
} as const;

function recordOf(
  notes: CallRowFaults,
  { callId, offeredOn, offered }: Placed,
  streams: readonly string[],
): CallRecord {
  const answered = answeredBy(notes);
  return {
    callId,
    offeredOn,
    ...routedTo(notes, { on: offeredOn, streams }),
    answered,
    ...timesOf(notes, { offered, answered }),
    callerNumber: readText(notes.cell('CLI')),
    agent: readText(notes.cell('Agent')),
    contentHash: contentHash(CALL_COLUMNS.map((column) => notes.cell(column))),
  };
}

function answeredBy(notes: CallRowFaults): boolean | null {
  const result = readWord(notes.cell('Result'), RESULTS);
  if (result.kind === 'word') return result.means;
  notes.add('Result', result.kind === 'blank' ? 'RESULT_MISSING' : 'UNKNOWN_RESULT');
  return null;
}

/**
 * A queue that nobody knows is kept as written with its fault; a blank one is just not recorded. A call whose group is
 * not known may be about anything.
 */
function routedTo(
  notes: CallRowFaults,
  { on, streams }: { readonly on: Day; readonly streams: readonly string[] },
): Pick<CallRecord, 'group' | 'queueWritten' | 'clearedFor'> {
  const queueWritten = readWritten(notes.cell('Queue'));
  const group = queueWritten === null ? null : groupOf({ queue: notes.cell('Queue'), on });
  if (queueWritten !== null && group === null) notes.add('Queue', 'UNKNOWN_QUEUE');
  return { group: group?.name ?? null, queueWritten, clearedFor: group ? [group.stream] : streams };
}
