import { type CoverageLineRecord, coverageLineRecord } from '../../../contracts/records/coverage-line';
import {
  createKeeper,
  type KeepRecords,
  type RecordKeeper,
  type RemoveRecords,
} from '../../../platform/server/keeper';
import { publishLines, VERSIONED_LINE, type VersionedLine } from './publish-lines';

/**
 * Keeps over which days a stream recorded a measure, and publishes what is new or changed. A line that somebody retracted
 * stays so while nothing else is said of it.
 */
const keepCoverage: KeepRecords<CoverageLineRecord> = async (transaction, { batch }) => {
  const kept = await transaction.query<VersionedLine>(
    `insert into intake.coverage as held (stream, measure, recorded_from, recorded_to, granularity, version)
     select row.stream, row.measure, row."recordedFrom", row."recordedTo", row.granularity, 1
     from jsonb_to_recordset($1::jsonb) as row
       (stream text, measure text, "recordedFrom" date, "recordedTo" date, granularity text)
     on conflict (stream, measure, recorded_from) do update set
       recorded_to = excluded.recorded_to, granularity = excluded.granularity, taken_back = false,
       retracted = false, version = held.version + 1
       where (held.recorded_to, held.granularity, held.taken_back)
         is distinct from (excluded.recorded_to, excluded.granularity, false)
     returning ${VERSIONED_LINE}`,
    [JSON.stringify(batch.map(({ record }) => record))],
  );
  await publishLines(transaction, kept, {});
  return [];
};

/** Removes lines of coverage, and publishes that it is as if they had never been. Their rows stay for their versions. */
const removeCoverage: RemoveRecords<CoverageLineRecord> = async (transaction, { batch }) => {
  const gone = await transaction.query<VersionedLine>(
    `with gone as (
       update intake.coverage held set taken_back = true, retracted = false, version = held.version + 1
       from jsonb_to_recordset($1::jsonb) as row (stream text, measure text, "recordedFrom" date)
       where held.stream = row.stream and held.measure = row.measure and held.recorded_from = row."recordedFrom"
         and not held.taken_back
       returning ${VERSIONED_LINE})
     select * from gone`,
    [JSON.stringify(batch.map(({ record }) => record))],
  );
  await publishLines(transaction, gone, { takenBack: true });
};

/** Keeps the team's list of coverage. */
export const coverageKeeper: RecordKeeper = createKeeper(coverageLineRecord, {
  keep: keepCoverage,
  remove: removeCoverage,
});
