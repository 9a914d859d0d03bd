import type { QueryRunner } from 'typeorm';

/** How long a partner is let in without an agreement that anybody signed: time to have one signed. */
const DAYS = 90;

/**
 * Partners that were let in before agreements were kept: those that live keys were made for, and those that records here belong to,
 * whose people sign in by tokens that name them. A database that is new has neither.
 */
const BY_KEYS = `select partner from access.api_key
  where partner is not null and revoked_at is null and expires_at > now()`;
const BY_RECORDS = `select distinct partner from ombudsman.ombudsman_case where partner is not null`;

/**
 * Gives each of them an agreement that opens what they had, for a time, and says that nobody signed it: an upgrade locks nobody
 * out over night. It is in a transaction's scope that sees the rows, as a load's is.
 */
export async function carryPartnersOver(runner: QueryRunner): Promise<void> {
  await scope(runner, 'gateway');
  const partners = new Set(await partnersIn(runner, BY_KEYS));
  const [found] = await runner.query("select to_regclass('ombudsman.ombudsman_case') is not null as held");
  if (found?.held === true) {
    await scope(runner, 'admin');
    for (const partner of await partnersIn(runner, BY_RECORDS)) partners.add(partner);
  }
  await scope(runner, 'seed');
  for (const partner of partners) await runner.query(CARRY, [partner]);
  await scope(runner, '');
}

const CARRY = `insert into access.agreement (partner, version, name, purpose, lawful_basis, streams, parts, small_numbers_below,
    starts_on, ends_on, signed_for_council, signed_for_partner, made_by, made_at)
  select $1, 1, $1, 'Carried over: what this partner saw before agreements were kept here. Put the signed agreement in its place.',
    'Not recorded', '{adults,childrens,corporate,schools}', '{CASES,FIGURES}', null, day, day + ${DAYS},
    'Not recorded', 'Not recorded', 'seed', now()
  from (select (now() at time zone 'Europe/London')::date as day) today`;

async function partnersIn(runner: QueryRunner, sql: string): Promise<string[]> {
  const rows: readonly { readonly partner: string }[] = await runner.query(sql);
  return rows.map(({ partner }) => partner);
}

const scope = (runner: QueryRunner, role: string): Promise<unknown> =>
  runner.query("select set_config('scope.role', $1, true)", [role]);
