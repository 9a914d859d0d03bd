import { publish } from '../../platform/outbox/outbox';
import type { KeepRecords, RemoveRecords } from '../../platform/server/keeper';
import type { Transaction } from '../../platform/transaction/transaction';

/** As the event carries it, and as the importer hands it over. */
interface CoverageRecorded {
  readonly stream: string;
  readonly measure: string;
  readonly recordedFrom: string;
  readonly recordedTo: string | null;
  readonly granularity: 'day' | 'year';
}

type Versioned = CoverageRecorded & { readonly version: number };

const TOLD = `held.stream, held.measure, held.recorded_from as "recordedFrom", held.recorded_to as "recordedTo",
  held.granularity, held.version`;

/** Keeps over which days a stream recorded a measure, and tells what is new or changed. */
export const keepCoverage: KeepRecords = async (transaction, { batch }) => {
  const kept = await transaction.query<Versioned>(
    `insert into intake.coverage as held (stream, measure, recorded_from, recorded_to, granularity, version)
     select row.stream, row.measure, row."recordedFrom", row."recordedTo", row.granularity, 1
     from jsonb_to_recordset($1::jsonb) as row
       (stream text, measure text, "recordedFrom" date, "recordedTo" date, granularity text)
     on conflict (stream, measure, recorded_from) do update set
       recorded_to = excluded.recorded_to, granularity = excluded.granularity, taken_back = false,
       version = held.version + 1
       where (held.recorded_to, held.granularity, held.taken_back)
         is distinct from (excluded.recorded_to, excluded.granularity, false)
     returning ${TOLD}`,
    [JSON.stringify(batch.map(({ record }) => record))],
  );
  await tell(transaction, kept, {});
  return [];
};

/** Takes lines of coverage back, and tells that it is as if they had never been. Their rows stay for their versions. */
export const removeCoverage: RemoveRecords = async (transaction, { batch }) => {
  const gone = await transaction.query<Versioned>(
    `with gone as (
       update intake.coverage held set taken_back = true, version = held.version + 1
       from jsonb_to_recordset($1::jsonb) as row (stream text, measure text, "recordedFrom" date)
       where held.stream = row.stream and held.measure = row.measure and held.recorded_from = row."recordedFrom"
         and not held.taken_back
       returning ${TOLD})
     select * from gone`,
    [JSON.stringify(batch.map(({ record }) => record))],
  );
  await tell(transaction, gone, { takenBack: true });
};

function tell(
  transaction: Transaction,
  lines: readonly Versioned[],
  more: { readonly takenBack?: true },
): Promise<void> {
  return publish(
    transaction,
    'intake',
    lines.map(({ version, ...line }) => ({
      kind: 'coverage-recorded',
      subject: `${line.stream}/${line.measure}/${line.recordedFrom}`,
      version: Number(version),
      payload: { ...line, ...more },
    })),
  );
}
