import type { GonePeople, StagedRow } from '../../subgraphs/intake/subgraph';
import { recordWithoutPeople, rowWithoutPeople } from '../kit/without-people';
import type { Hashed, Source } from '../source';

type Columns = Pick<Source<Hashed>, 'header' | 'personalColumns' | 'identityColumns'>;

/**
 * A staged row as it may be kept: of a record whose people were taken out, without people. What it is known by stays, so that the
 * same row again is the same row.
 */
export function keptRow(staged: StagedRow, source: Columns, gone: GonePeople): StagedRow {
  if (gone.records.size === 0) return staged;
  if (staged.kind === 'taken')
    return gone.records.has(staged.identity)
      ? { ...staged, raw: recordWithoutPeople(staged.raw, source) }
      : staged;
  if (!namesOneOf(staged.raw, source, gone)) return staged;
  const faults = staged.faults.map((fault) => ({ ...fault, value: null }));
  return { ...staged, raw: rowWithoutPeople(staged.raw, source), faults };
}

const namesOneOf = (raw: object, { identityColumns }: Columns, { names }: GonePeople): boolean =>
  Object.entries(raw).some(
    ([column, value]) =>
      identityColumns.includes(column) && typeof value === 'string' && names.has(value.trim()),
  );
