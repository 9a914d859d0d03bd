import type { OperationContext } from '../../../platform/server/subgraph';

/** What a gateway wants of a caller's allowance, before the caller asks for it. */
export interface WantedLease {
  readonly budget: string;
  readonly caller: string;
  readonly wanted: number;
  readonly burst: number;
  readonly perSecond: number;
}

/** What it gets, and in how many milliseconds there is one more. */
export interface GivenLease {
  readonly budget: string;
  readonly caller: string;
  readonly granted: number;
  readonly waitMillis: number;
}

const WANTED = `select * from jsonb_to_recordset($1::jsonb)
  as asked(budget text, caller text, wanted int, burst int, "perSecond" float8)`;

/**
 * In one order, so that two gateways never wait for each other. Whoever was not there has everything. What was there is locked
 * though nothing of it changes: nobody forgets it before it is granted.
 */
const KNOW = `insert into access.caller_allowance (budget, caller, full_at)
  select distinct budget, caller, now() from (${WANTED}) asked order by budget, caller
  on conflict (budget, caller) do update set full_at = excluded.full_at where false`;

/** As a token bucket does (platform/limits): a caller is known by when nothing of theirs will be missing any more. */
const GRANT = `with asked as (${WANTED}), held as (
    select h.budget, h.caller, greatest(h.full_at, now()) as full_at
    from access.caller_allowance h where (h.budget, h.caller) in (select budget, caller from asked)
    order by h.budget, h.caller for update),
  standing as (
    select budget, caller, full_at, wanted, "perSecond",
      burst - extract(epoch from full_at - now())::float8 * "perSecond" as room
    from held join asked using (budget, caller)),
  granted as (
    select *, greatest(0, least(wanted, floor(room + 1e-6)))::int as granted from standing),
  changed as (
    update access.caller_allowance h
    set full_at = g.full_at + make_interval(secs => g.granted / g."perSecond")
    from granted g where h.budget = g.budget and h.caller = g.caller
    returning g.budget, g.caller, g.granted,
      greatest(0, ceil((1 - (g.room - g.granted)) / g."perSecond" * 1000))::int as "waitMillis")
  select * from changed`;

/** What is full again is known no better than what is not there. What another gateway asks for at this moment is left to it. */
const FORGET = `delete from access.caller_allowance where (budget, caller) in (
  select budget, caller from access.caller_allowance where full_at < now() - interval '1 minute'
  order by budget, caller for update skip locked)`;

/**
 * Leases parts of callers' allowances to a gateway: never more to all gateways together than a burst and what has come back with time.
 * The clock is the database's.
 */
export async function leaseRequests(
  { transaction }: Pick<OperationContext, 'transaction'>,
  wanted: readonly WantedLease[],
): Promise<GivenLease[]> {
  const asked = [JSON.stringify(wanted)];
  await transaction.query(KNOW, asked);
  const given = await transaction.query<GivenLease>(GRANT, asked);
  await transaction.query(FORGET);
  return given;
}
