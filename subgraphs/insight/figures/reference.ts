import type { OmbudsmanDescribed } from '../../../contracts/events/ombudsman-described';
import type { StreamDescribed } from '../../../contracts/events/stream-described';
import { type Day, londonDayOf } from '../../../domain/calendar/day';
import type { Clock } from '../../../platform/config/clock';
import type { Transaction } from '../../../platform/transaction/transaction';
import type { CoverageLine, Recording } from '../coverage/coverage';
import { facts } from '../facts/follower';
import type { KnownService } from './filter';

/** What figures are read with: the services' names, what was recorded when, and how fresh it all is. */
export interface Reference {
  readonly services: readonly KnownService[];
  readonly recording: Recording;
  /** The day in London up to which everything that the other parts published is in the facts. */
  readonly asAt: Day;
}

interface ReferenceRow {
  services: KnownService[];
  streams: StreamDescribed[];
  lines: CoverageLine[];
  ombudsmen: OmbudsmanDescribed | null;
  asAt: Day | null;
}

/** Reads it in one statement. Where the facts have never yet caught up with anything, `asAt` is today. */
export async function readReference(transaction: Transaction, clock: Clock): Promise<Reference> {
  const [row] = await transaction.query<ReferenceRow>(
    `select
       (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', name, 'formerNames', former_names) order by id), '[]')
        from insight.service) as services,
       (select coalesce(jsonb_agg(description order by stream), '[]') from insight.stream_described) as streams,
       (select coalesce(jsonb_agg(jsonb_build_object(
          'stream', stream, 'measure', measure, 'recordedFrom', recorded_from, 'recordedTo', recorded_to,
          'granularity', granularity) order by stream, measure, recorded_from), '[]')
        from insight.coverage where not taken_back) as lines,
       (select description from insight.ombudsman_described) as ombudsmen,
       (select (min(caught_up_at) at time zone 'Europe/London')::date::text
        from insight.follower_place where follower = $1) as "asAt"`,
    [facts.name],
  );
  return {
    services: row?.services ?? [],
    recording: {
      streams: row?.streams ?? [],
      lines: row?.lines ?? [],
      ombudsmen: row?.ombudsmen ?? null,
    },
    asAt: row?.asAt ?? londonDayOf(clock.now()),
  };
}
