import { type CallsCounted, callsCounted } from '../../../contracts/events/calls-counted';
import { publish } from '../../../platform/outbox/outbox';
import type { Transaction } from '../../../platform/transaction/transaction';

interface ChangedDay {
  readonly day: string;
  readonly groups: CallsCounted['groups'];
  readonly version: number;
}

/**
 * Publishes how many calls these days have now, each that changed with its next version. The days are taken in order, so
 * that two writers never wait for each other in a circle, and counted once they are held.
 */
export async function publishDays(
  transaction: Transaction,
  { authority, days }: { readonly authority: string; readonly days: readonly string[] },
): Promise<void> {
  if (days.length === 0) return;
  const asked = [authority, days];
  await transaction.query(
    `insert into telephony.call_day (authority, offered_on, groups, version)
     select distinct $1, day, '[]'::jsonb, 0 from unnest($2::date[]) as given (day) order by day
     on conflict do nothing`,
    asked,
  );
  await transaction.query(
    `select from telephony.call_day where authority = $1 and offered_on = any($2::date[])
     order by offered_on for update`,
    asked,
  );
  const changed = await transaction.query<ChangedDay>(COUNTED_ANEW, asked);
  await publish(
    transaction,
    'telephony',
    changed.map(({ day, groups, version }) =>
      callsCounted.event({ subject: `${authority}/${day}`, version, payload: { authority, day, groups } }),
    ),
  );
}

/** SQL of the days' calls as they are, by group: what is published of a day. */
export const groupsOfDays = (where: string): string => `
  select authority, offered_on,
    jsonb_agg(jsonb_build_object('group', call_group, 'calls', calls) order by call_group collate "C") as groups
  from (
    select authority, offered_on, call_group, count(*)::int as calls from telephony.call
    where ${where} group by authority, offered_on, call_group
  ) as counted
  group by authority, offered_on`;

const COUNTED_ANEW = `
  with counted as (${groupsOfDays('authority = $1 and offered_on = any($2::date[])')}),
  changed as (
    update telephony.call_day as held
    set groups = coalesce(counted.groups, '[]'::jsonb), version = held.version + 1
    from (select distinct day from unnest($2::date[]) as given (day)) as given
    left join counted on counted.offered_on = given.day
    where held.authority = $1 and held.offered_on = given.day
      and held.groups <> coalesce(counted.groups, '[]'::jsonb)
    returning held.offered_on, held.groups, held.version)
  select offered_on::text as day, groups, version::int as version from changed order by offered_on`;
