import DataLoader from 'dataloader';
import { type ReportedRecordId, readReportedRecordId } from '../../../contracts/reported-record';
import type { OperationContext } from '../../../platform/server/subgraph';
import { groupBy } from '../../../platform/tables/group-by';

/** An import, a correction or an undoing that wrote a record. */
export interface RecordWriting {
  readonly kind: 'IMPORT' | 'CORRECTION' | 'UNDOING';
  readonly import: string;
  readonly source: string;
  readonly record: string;
  readonly amendment: string | null;
  /** ISO text. */
  readonly at: string;
  readonly by: string | null;
}

interface WrittenRow {
  readonly keeper: string;
  readonly record: string;
  readonly kind: RecordWriting['kind'];
  readonly run_id: number;
  readonly source: string;
  readonly amendment_id: number | null;
  readonly at: Date;
  readonly decided_by: string | null;
}

/** What wrote the records of reported figures since their report was frozen, by the ids that insight gives them. */
export type WrittenSince = DataLoader<string, RecordWriting[]>;

/** Reads it for all records of one report together. An id that is none has none. */
export const writtenSinceLoader = ({ transaction }: Pick<OperationContext, 'transaction'>): WrittenSince =>
  new DataLoader(async (ids) => {
    const asked = ids.map((id) => readReportedRecordId(id));
    const found = new Map<string, RecordWriting[]>();
    const known = asked.flatMap((one) => one ?? []);
    for (const [since, members] of groupBy(known, ({ frozenAt }) => frozenAt)) {
      const pairs = members.flatMap(recordsOf);
      const rows = await transaction.query<WrittenRow>(
        'select * from intake.records_written_since($1, $2, $3)',
        [pairs.map(({ keeper }) => keeper), pairs.map(({ record }) => record), since],
      );
      for (const row of rows) {
        const key = keyOf(since, row);
        found.set(key, [...(found.get(key) ?? []), writingOf(row)]);
      }
    }
    return asked.map((one) =>
      one === null ? [] : recordsOf(one).flatMap((record) => found.get(keyOf(one.frozenAt, record)) ?? []),
    );
  });

interface Kept {
  readonly keeper: string;
  readonly record: string;
}

const keyOf = (since: string, { keeper, record }: Kept): string => JSON.stringify([since, keeper, record]);

const BODIES = ['LGSCO', 'HOUSING'] as const;

/** How imports name it: by its reference, an ombudsman's case with the body before it. */
function recordsOf({ keeper, reference }: Pick<ReportedRecordId, 'keeper' | 'reference'>): readonly Kept[] {
  if (keeper === null || reference === null) return [];
  if (keeper !== 'ombudsman') return [{ keeper, record: reference }];
  const key = reference.replace(/\s+/g, '').toUpperCase();
  return BODIES.map((body) => ({ keeper, record: `${body}/${key}` }));
}

const writingOf = ({
  kind,
  run_id,
  source,
  record,
  amendment_id,
  at,
  decided_by,
}: WrittenRow): RecordWriting => ({
  ...{ kind, source, record, by: decided_by, at: at.toISOString(), import: String(run_id) },
  amendment: amendment_id === null ? null : String(amendment_id),
});
