import type { PersonId } from '../../domain/procedure/case-state';
import type { KeptOut } from '../../domain/procedure/commands/question';
import { roleIsOneOf, setting } from '../../platform/postgres/row-security';
import type { Transaction } from '../../platform/transaction/transaction';
import { FACT_READERS } from '../tables/create-case-tables';
import { withPlaces } from './functions';

/**
 * Of some people, to whom a complaint is closed, and by what: from all rows, whatever the caller's own policies show, since
 * somebody who may work on a complaint need not see who has an interest in it. Whoever opened a restricted case for a time is kept out:
 * they cannot work on it when the time is over.
 */
export const keptOutOf = (schema: string): string => `
  create function "${schema}".kept_out(case_id text, people text[])
  returns table (person text, why text) language plpgsql stable security definer
  set search_path = pg_catalog, pg_temp as $function$
  begin
    if ${setting('subject')} is null or not ${roleIsOneOf(...FACT_READERS)} then return; end if;
    return query select asked.person, case when conflict.place is null then 'RESTRICTION' else 'CONFLICT' end
      from unnest(people) as asked (person)
      left join lateral (select place from (${withPlaces(schema, 'conflict_of_interest', 'withdrawn_at')}) held
        where place = case_id and held.subject = asked.person limit 1) conflict on true
      left join lateral (select place from (${withPlaces(schema, 'restriction', 'lifted_at')}) held
        where place = case_id and not (asked.person = any (held.named)) limit 1) restriction on true
      where conflict.place is not null or restriction.place is not null;
  end $function$`;

/** Of the people that a command names, those to whom the complaint is closed. */
export async function readKeptOut(
  transaction: Transaction,
  schema: string,
  { complaintId, people }: { readonly complaintId: string; readonly people: readonly PersonId[] },
): Promise<KeptOut> {
  if (people.length === 0) return new Map();
  const rows = await transaction.query<{ person: string; why: 'CONFLICT' | 'RESTRICTION' }>(
    `select person, why from "${schema}".kept_out($1, $2)`,
    [complaintId, people],
  );
  return new Map(rows.map(({ person, why }) => [person, why]));
}
