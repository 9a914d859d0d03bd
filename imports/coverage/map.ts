import type { Day } from '../../domain/calendar/day';
import { contentHash } from '../cells/content-hash';
import { readDay } from '../cells/days';
import { blank, foldWord, readWord, wordTable } from '../cells/text';
import { isRagged } from '../kit/identity-in';
import { excerpt } from '../kit/printable';
import { faultsFor, type RowFaults } from '../kit/row-faults';
import { FileRefused, type MappedRow, type RawRow } from '../record';
import type { Facts } from '../source';
import { COVERAGE_COLUMNS, type CoverageColumn } from './columns';
import { type CoverageMeasure, measureOf, streamNamed } from './measures';

/** Over which days, and how finely, a stream recorded a measure. */
export interface CoverageRecord {
  /** The name in the schema's enum, for example CORPORATE. */
  readonly stream: string;
  /** As the list names it, for example `escalated_to_stage_2`. */
  readonly measure: string;
  readonly kind: CoverageMeasure['kind'];
  /** Null for `escalated_to_ombudsman`, which no stage is part of. */
  readonly stage: number | null;
  readonly recordedFrom: Day;
  /** The last day; null while it is still recorded. */
  readonly recordedTo: Day | null;
  /** 'year': only whole financial years are reliable. */
  readonly granularity: 'day' | 'year';
  readonly contentHash: string;
}

/** Every fault that a line of the coverage list can have, and what is done about it. */
export const COVERAGE_FAULTS = {
  ROW_TOO_SHORT: 'Quarantined: the row has fewer cells than the header.',
  ROW_TOO_LONG: 'Quarantined: the row has more cells than the header.',
  RECORDED_FROM_UNREADABLE: 'Quarantined: the first day recorded is missing or cannot be read.',
  RECORDED_TO_UNREADABLE:
    'Quarantined: the last day recorded cannot be read. Leave it empty if it is still recorded.',
  RECORDED_TO_BEFORE_FROM: 'Quarantined: the last day recorded comes before the first.',
  UNKNOWN_GRANULARITY: 'Quarantined: the granularity is neither "day" nor "year".',
} as const;

const GRANULARITIES = wordTable<'day' | 'year'>([
  ['day', 'day'],
  ['year', 'year'],
]);

type CoverageRowFaults = RowFaults<CoverageColumn, keyof typeof COVERAGE_FAULTS>;
const coverageFaults = faultsFor<CoverageColumn, keyof typeof COVERAGE_FAULTS>({
  actions: COVERAGE_FAULTS,
  personalColumns: new Set(),
});

/**
 * What one row of the coverage list is. Throws `FileRefused` (UNKNOWN_STREAM, UNKNOWN_MEASURE) for a name that nothing
 * can be made of: a figure would else be shown as recorded where it was not.
 */
export function mapCoverageRow(row: RawRow, { streams }: Pick<Facts, 'streams'>): MappedRow<CoverageRecord> {
  const notes = coverageFaults(row);
  if (isNoRow(row)) return { kind: 'noRow' };
  const record = isRagged(row, notes) ? null : recordOf(row, notes, streams);
  if (record === null) return { kind: 'quarantined', faults: notes.faults };
  const identity = `${record.stream}/${record.measure}/${record.recordedFrom}`;
  return { kind: 'taken', identity, lastUpdated: null, record, faults: notes.faults };
}

function isNoRow({ cells, ragged }: RawRow): boolean {
  if (ragged?.kind === 'long') return false;
  const blankLine = COVERAGE_COLUMNS.every((column) => blank(cells[column] ?? ''));
  const headerAgain = COVERAGE_COLUMNS.every((column) => foldWord(cells[column] ?? '') === column);
  return blankLine || headerAgain;
}

function recordOf(row: RawRow, notes: CoverageRowFaults, streams: readonly string[]): CoverageRecord | null {
  const stream = streamIn(row, notes, streams);
  const measure = measureIn(row, notes);
  const period = periodIn(notes);
  const granularity = readWord(notes.cell('granularity'), GRANULARITIES);
  if (granularity.kind !== 'word') notes.add('granularity', 'UNKNOWN_GRANULARITY');
  if (period === null || granularity.kind !== 'word') return null;
  const hash = contentHash(COVERAGE_COLUMNS.map((column) => notes.cell(column)));
  return { stream, ...measure, ...period, granularity: granularity.means, contentHash: hash };
}

function streamIn({ line }: RawRow, { cell }: CoverageRowFaults, streams: readonly string[]): string {
  const stream = streamNamed(cell('stream'), streams);
  if (stream !== null) return stream;
  throw new FileRefused(
    'UNKNOWN_STREAM',
    `Line ${line} names a stream that there is not: "${excerpt(cell('stream'))}". Name one of ${streams.join(', ')}.`,
  );
}

function measureIn({ line }: RawRow, { cell }: CoverageRowFaults): CoverageMeasure & { measure: string } {
  const name = foldWord(cell('measure'));
  const measure = measureOf(name);
  if (measure !== null) return { measure: name, ...measure };
  throw new FileRefused(
    'UNKNOWN_MEASURE',
    `Line ${line} names a measure that there is not: "${excerpt(cell('measure'))}". Name one of ` +
      'escalated_to_stage_N, direct_to_stage_N (N is the stage, 2 or later), escalated_to_ombudsman.',
  );
}

function periodIn(notes: CoverageRowFaults): { recordedFrom: Day; recordedTo: Day | null } | null {
  const from = readDay(notes.cell('recorded_from'));
  const to = readDay(notes.cell('recorded_to'));
  if (from.kind !== 'day') notes.add('recorded_from', 'RECORDED_FROM_UNREADABLE');
  if (to.kind === 'unreadable') notes.add('recorded_to', 'RECORDED_TO_UNREADABLE');
  if (from.kind !== 'day' || to.kind === 'unreadable') return null;
  if (to.kind === 'blank') return { recordedFrom: from.day, recordedTo: null };
  if (to.day >= from.day) return { recordedFrom: from.day, recordedTo: to.day };
  notes.add('recorded_to', 'RECORDED_TO_BEFORE_FROM');
  return null;
}
