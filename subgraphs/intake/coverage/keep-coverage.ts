import { coverageRecorded } from '../../../contracts/events/coverage-recorded';
import { type CoverageLineRecord, coverageLineRecord } from '../../../contracts/records/coverage-line';
import { publish } from '../../../platform/outbox/outbox';
import {
  createKeeper,
  type KeepRecords,
  type RecordKeeper,
  type RemoveRecords,
} from '../../../platform/server/keeper';
import type { Transaction } from '../../../platform/transaction/transaction';

type Versioned = CoverageLineRecord & { readonly version: number };

const RETURNED = `held.stream, held.measure, held.recorded_from as "recordedFrom", held.recorded_to as "recordedTo",
  held.granularity, held.version`;

/** Keeps over which days a stream recorded a measure, and publishes what is new or changed. */
const keepCoverage: KeepRecords<CoverageLineRecord> = async (transaction, { batch }) => {
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
     returning ${RETURNED}`,
    [JSON.stringify(batch.map(({ record }) => record))],
  );
  await publishLines(transaction, kept, {});
  return [];
};

/** Removes lines of coverage, and publishes that it is as if they had never been. Their rows stay for their versions. */
const removeCoverage: RemoveRecords<CoverageLineRecord> = async (transaction, { batch }) => {
  const gone = await transaction.query<Versioned>(
    `with gone as (
       update intake.coverage held set taken_back = true, version = held.version + 1
       from jsonb_to_recordset($1::jsonb) as row (stream text, measure text, "recordedFrom" date)
       where held.stream = row.stream and held.measure = row.measure and held.recorded_from = row."recordedFrom"
         and not held.taken_back
       returning ${RETURNED})
     select * from gone`,
    [JSON.stringify(batch.map(({ record }) => record))],
  );
  await publishLines(transaction, gone, { takenBack: true });
};

function publishLines(
  transaction: Transaction,
  lines: readonly Versioned[],
  more: { readonly takenBack?: true },
): Promise<void> {
  return publish(
    transaction,
    'intake',
    lines.map(({ version, ...line }) =>
      coverageRecorded.event({
        subject: `${line.stream}/${line.measure}/${line.recordedFrom}`,
        version: Number(version),
        payload: { ...line, ...more },
      }),
    ),
  );
}

/** Keeps the team's list of coverage. */
export const coverageKeeper: RecordKeeper = createKeeper(coverageLineRecord, {
  keep: keepCoverage,
  remove: removeCoverage,
});
