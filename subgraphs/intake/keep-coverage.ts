import { publish } from '../../platform/outbox/outbox';
import type { ForgetRecords, KeepRecords } from '../../platform/server/keeper';

/** As the event carries it, and as the importer hands it over. */
interface CoverageRecorded {
  readonly stream: string;
  readonly measure: string;
  readonly recordedFrom: string;
  readonly recordedTo: string | null;
  readonly granularity: 'day' | 'year';
}

/** Keeps over which days a stream recorded a measure, and tells what is new or changed. */
export const keepCoverage: KeepRecords = async (transaction, { batch }) => {
  const kept = await transaction.query<CoverageRecorded & { version: number }>(
    `insert into intake.coverage as held (stream, measure, recorded_from, recorded_to, granularity, version)
     select row.stream, row.measure, row."recordedFrom", row."recordedTo", row.granularity, 1
     from jsonb_to_recordset($1::jsonb) as row
       (stream text, measure text, "recordedFrom" date, "recordedTo" date, granularity text)
     on conflict (stream, measure, recorded_from) do update set
       recorded_to = excluded.recorded_to, granularity = excluded.granularity, version = held.version + 1
       where (held.recorded_to, held.granularity) is distinct from (excluded.recorded_to, excluded.granularity)
     returning stream, measure, recorded_from as "recordedFrom", recorded_to as "recordedTo", granularity, version`,
    [JSON.stringify(batch.map(({ record }) => record))],
  );
  await publish(
    transaction,
    'intake',
    kept.map(({ version, ...payload }) => ({
      kind: 'coverage-recorded',
      subject: `${payload.stream}/${payload.measure}/${payload.recordedFrom}`,
      version: Number(version),
      payload,
    })),
  );
  return [];
};

/** Takes lines of coverage back, and tells that they are gone. */
export const forgetCoverage: ForgetRecords = () =>
  Promise.reject(new Error('Coverage cannot be taken back yet'));
