import type { OmbudsmanDescribed } from '../../../contracts/events/ombudsman-described';
import type { StreamDescribed } from '../../../contracts/events/stream-described';
import { type Day, londonDayOf } from '../../../domain/calendar/day';
import type { Clock } from '../../../platform/config/clock';
import type { Transaction } from '../../../platform/transaction/transaction';
import type { CoverageLine, NeverRecorded, Recording } from '../coverage/coverage';
import { type KnownSource, liveSince, reachesOf, untilToday, type Visible } from '../coverage/known-sources';
import { facts } from '../facts/follower';
import { ROLLUPS, type Rollup } from '../rollups/rollup-tables';
import type { KnownDirectorate } from './directorates';
import type { KnownParts } from './parts';
import type { KnownService } from './services';

/** What figures are read with: the services' names, what was recorded when, and how fresh it all is. */
export interface Reference {
  /** The names and numbers that a filter may hold. */
  readonly known: KnownParts;
  readonly recording: Recording;
  /** The rollups that may be read in place of the facts: none by a partner, and none that was found to differ from them. */
  readonly rollups: readonly Rollup[];
  /** Where records come from, by name: inherited systems whose files were loaded, and work that is done here. */
  readonly sources: readonly KnownSource[];
  /** The day in London up to which everything that the other parts published is in the facts. */
  readonly asAt: Day;
  /** Names how far the facts have followed every part; null where that is not known. The same name, the same facts. */
  readonly snapshot: string | null;
}

const BY_MONTH = 'insight.flow_by_month';

/**
 * SQL that names all from which insight answers: how far the facts have followed, the day on which they had caught up, and
 * which rollups differ. Names, coverage and reach come by the same events as the facts.
 */
export const STATE = `
  select current_database() || ' '
    || string_agg(concat_ws(' ', source, xid, id, (caught_up_at at time zone 'Europe/London')::date), ' ' order by source)
    || coalesce((select string_agg(' ' || rollup, '' order by rollup) from insight.rollup_drift), '') as state
  from insight.follower_place where follower = '${facts.name}' having count(*) > 0`;

interface ReferenceRow {
  services: KnownService[];
  directorates: KnownDirectorate[];
  streams: StreamDescribed[];
  lines: CoverageLine[];
  ombudsmen: OmbudsmanDescribed | null;
  sources: KnownSource[];
  visible: Visible & { readonly acknowledging: readonly string[]; readonly remedies: boolean };
  drifted: string[];
  asAt: Day | null;
  snapshot: string | null;
}

/** Reads it in one statement, as one caller. Where the facts have never yet caught up with anything, `asAt` is today. */
export async function readReference(
  transaction: Transaction,
  { clock, isPartner }: { readonly clock: Clock; readonly isPartner: boolean },
): Promise<Reference> {
  // A partner has few rows among millions; an index finds them.
  const own = isPartner ? 'partner is not null' : 'true';
  const seen = isPartner
    ? hasFacts(own)
    : `case when ${HAS_NO_ROLLUP} then ${hasFacts(own)} else ${HAS_CELLS} end`;
  const [row] = await transaction.query<ReferenceRow>(
    `select
       (select coalesce(jsonb_agg(jsonb_build_object(
          'id', id, 'name', name, 'formerNames', former_names, 'directorateId', directorate_id,
          'directorate', directorate) order by id), '[]')
        from insight.service) as services,
       (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', name) order by id), '[]')
        from insight.directorate) as directorates,
       (select coalesce(jsonb_agg(description - 'calendar' order by stream), '[]') from insight.stream_described) as streams,
       (select coalesce(jsonb_agg(jsonb_build_object(
          'stream', stream, 'measure', measure, 'recordedFrom', recorded_from, 'recordedTo', recorded_to,
          'granularity', granularity) order by stream, measure, recorded_from), '[]')
        from insight.coverage where not taken_back) as lines,
       (select description from insight.ombudsman_described) as ombudsmen,
       (select coalesce(jsonb_agg(jsonb_build_object(
          'source', source, 'keepers', keepers, 'from', from_day, 'to', to_day, 'loadedAt', loaded_at) order by source), '[]')
        from insight.source_reach) as sources,
       jsonb_build_object(
         'streams', (select coalesce(jsonb_agg(stream), '[]') from insight.stream_described as described
           where ${seen}),
         'acknowledging', (select coalesce(jsonb_agg(stream), '[]') from insight.stream_described as described
           where exists (select from ${acknowledged(isPartner)})),
         'remedies', exists (select from insight.ombudsman_case_fact
           where jsonb_array_length(remedies) > 0 and coalesce(decided_on, received_on) < ${beforeLive(`'OMBUDSMAN'`)} and ${own}),
         'cases', exists (select from insight.ombudsman_case_fact where ${own}),
         'lgscoCases', exists (select from insight.ombudsman_case_fact where body = 'LGSCO' and ${own}),
         'calls', (select jsonb_build_object('from', min(offered_on), 'to', max(offered_on))
           from insight.call_day where calls > 0 having count(*) > 0)) as visible,
       (select coalesce(jsonb_agg(rollup), '[]') from insight.rollup_drift) as drifted,
       (select (min(caught_up_at) at time zone 'Europe/London')::date::text
        from insight.follower_place where follower = $1) as "asAt",
       (select current_database() || ' ' || string_agg(source || ' ' || xid || ' ' || id, ' ' order by source)
        from insight.follower_place where follower = $1) as snapshot`,
    [facts.name],
    { isRepeated: true },
  );
  if (!row) throw new Error('The database answered a question of one row with none');
  const { services, directorates, streams, lines, ombudsmen, sources, visible, drifted } = row;
  const today = londonDayOf(clock.now());
  const stages = streams.flatMap((stream) => stream.stages.map(({ number }) => number));
  return {
    known: { services, directorates, lastStage: stages.length > 0 ? Math.max(...stages) : null },
    rollups: isPartner ? [] : ROLLUPS.filter(({ name }) => !drifted.includes(name)),
    sources: sources.map((source) => ({ ...untilToday(source, today), loadedAt: inUtc(source.loadedAt) })),
    recording: {
      ...{ streams, lines, ombudsmen, neverRecorded: neverRecorded(row, isPartner) },
      reach: reachesOf({ streams, sources, visible, isPartner, today }),
      liveSince: liveSince(sources),
    },
    asAt: row.asAt ?? today,
    snapshot: row.snapshot,
  };
}

/** SQL of what of a stream was acknowledged: of all stages the smallest rollup tells, which partners do not read. */
const acknowledged = (isPartner: boolean): string =>
  isPartner
    ? `insight.stage_fact where stream = described.stream and partner is not null and acknowledged_on < ${MONTH_BEFORE_LIVE}`
    : `${BY_MONTH} where stream = described.stream and acknowledged > 0 and month < ${MONTH_BEFORE_LIVE}`;

/** SQL of the first live day of a keeper; of one of whom nothing is worked on here, the end of days. */
const beforeLive = (keeper: string, first = 'min(from_day)'): string =>
  `coalesce((select ${first} from insight.source_reach
    where to_day is null and upper(keepers[1]) = ${keeper}), 'infinity')`;

/** What work here acknowledges says nothing of what was recorded before it; its first month is counted as its own. */
const MONTH_BEFORE_LIVE = beforeLive('described.stream', `date_trunc('month', min(from_day))::date`);

/** A rollup that differs from the facts tells nothing of what is not there. */
function neverRecorded({ streams, visible, drifted }: ReferenceRow, isPartner: boolean): NeverRecorded {
  const isTold = !drifted.some((name) => BY_MONTH.endsWith(name));
  const never = streams
    .map(({ stream }) => stream)
    .filter((stream) => !visible.acknowledging.includes(stream));
  // Row security keeps what was promised from partners.
  return { acknowledgements: isTold ? never : [], remedies: !visible.remedies, promises: isPartner };
}

/** Whether a stream has any facts. Where it has none, every fact is read to find that out. */
const hasFacts = (own: string): string =>
  `exists (select from insight.stage_fact where stream = described.stream and ${own})`;
const HAS_CELLS = `exists (select from ${BY_MONTH} where stream = described.stream)`;
const HAS_NO_ROLLUP = `exists (select from insight.rollup_drift where rollup = 'flow_by_month')`;

/** JSON of the database has a moment with the offset of its session. */
const inUtc = (moment: string | null): string | null =>
  moment === null ? null : new Date(moment).toISOString();
