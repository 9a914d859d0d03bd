import type { Client } from 'pg';
import { withoutIndexes } from './without-indexes';

/** Six years up to where the questions end; every stage a complaint, one in eight of a later stage. */
const FIRST_DAY = '2015-04-01';
const DAYS = 2_191;
const SLICE = 500_000;

/**
 * Makes up stages in the facts themselves, since what is measured begins there: four streams, 60 services of six
 * directorates of which some have many complaints, 24 themes, six channels. The same for the same number. Rollups are
 * made once, at the end, as a rebuild makes them.
 */
export async function fillFacts(client: Client, stages: number): Promise<void> {
  await client.query('set statement_timeout = 0');
  await client.query(`set maintenance_work_mem = '512MB'`);
  await client.query('set synchronous_commit = off');
  await client.query('select setseed(0.5)');
  await withoutIndexes(client, { schema: 'insight', name: 'stage_fact' }, async () => {
    for (let from = 0; from < stages; from += SLICE)
      await client.query(STAGES, [stages, from, Math.min(from + SLICE, stages) - 1]);
  });
  await client.query(SERVICES);
  await client.query('vacuum analyze insight.stage_fact');
  await client.query('select insight.roll_up_everything(), insight.roll_up_days_by_service()');
  await client.query('vacuum analyze');
}

const STAGES = `
  insert into insight.stage_fact (stage_id, complaint_id, authority, stream, stage, reference, reference_key, received_on,
    due_on, answered_on, in_time, route, outcome, closure_reason, service_id, directorate_id, theme, channel,
    acknowledged_on, acknowledged_in_time, days_to_answer, went_on_on, followed_on, closed_on)
  select 'made-' || place, 'corporate-made-' || place, 'stockport', stream, stage, 'M-' || place, 'M' || place, received_on,
    received_on + 14, received_on + took, took <= 14, case when stage > 1 then case when rest < 0.7 then 'ESCALATED' else 'DIRECT' end end,
    case when took is null then null else (array['UPHELD', 'PARTIALLY_UPHELD', 'NOT_UPHELD', null])[1 + floor(finding * 4)::int] end,
    case when took is not null then 'ANSWERED' end, 'made-' || service, 'made-' || service % 6,
    'Theme ' || floor(theme * theme * 24)::int, 'Channel ' || floor(channel * 6)::int,
    received_on + floor(rest * 5)::int, rest < 0.8, took * 5 / 7, went_on_on, went_on_on,
    case when went_on_on is null then received_on + took end
  from (
    select *, case when stage = 1 and took is not null and later < 0.12 then received_on + took + 10 end as went_on_on
    from (
      select place, '${FIRST_DAY}'::date + (place::bigint * ${DAYS} / $1::bigint)::int as received_on,
        (array['CORPORATE', 'CORPORATE', 'CORPORATE', 'ADULTS', 'CHILDRENS', 'SCHOOLS'])[1 + floor(random() * 6)::int] as stream,
        case when random() < 0.12 then 2 else 1 end as stage,
        case when random() < 0.97 then floor(random() * random() * 60)::int end as took,
        floor(random() * random() * 60)::int as service,
        random() as rest, random() as finding, random() as theme, random() as channel, random() as later
      from generate_series($2::bigint, $3::bigint) as made (place)
    ) stage
  ) stage`;

const SERVICES = `
  insert into insight.service (id, name, former_names, directorate_id, directorate, version)
  select 'made-' || place, 'Service ' || place, '{}', 'made-' || place % 6, 'Directorate ' || place % 6, 1
  from generate_series(0, 59) as made (place)`;
