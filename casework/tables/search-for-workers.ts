import { roleIsOneOf, setting } from '../../platform/postgres/row-security';
import { isClearedToSearch } from './account-words';

/** The newest accounts, which are looked through before the index of words is: common words are found among them. */
const LOOKED_THROUGH = 20_000;

/** An officer finds all of the stream: first among the newest by their days, then by the index of words (see the migration of steps). */
const forOfficers = (schema: string): string => `
    select newest.received_on, newest.stage_id into last_day, last_id from "${schema}".account_words as newest
    where before_day is null or (newest.received_on, newest.stage_id) < (before_day, before_id)
    order by newest.received_on desc, newest.stage_id desc offset ${LOOKED_THROUGH} - 1 limit 1;
    return query execute 'select held.stage_id, held.received_on from "${schema}".account_words as held
      where held.words @@ $1 and ($2 is null or (held.received_on, held.stage_id) < ($2, $3))
        and ($4 is null or (held.received_on, held.stage_id) >= ($4, $5)) and held.stage_id <> all ($7)
      order by held.received_on desc, held.stage_id desc limit $6'
      using wanted, before_day, before_id, last_day, last_id, most, closed;
    get diagnostics found_so_far = row_count;
    if found_so_far >= most or last_day is null then return; end if;
    return query execute 'select held.stage_id, held.received_on from "${schema}".account_words as held
      where held.words @@ $1 and (held.received_on, held.stage_id) < ($2, $3) and held.stage_id <> all ($5)
      order by held.received_on + 0 desc, held.stage_id desc limit $4'
      using wanted, last_day, last_id, most - found_so_far, closed;`;

/** More than so many accounts hold what is common. */
const COMMON = 5_000;

/** As many as all stages of a service: said so that they are read in the order of the index, and not sorted first. */
const ALL_OF_A_SERVICE = 1_000_000;

/** Worked on here, and gone to another service: not the manager's, since its words are not either. */
const goneElsewhere = (schema: string, stageId: string): string => `exists (
          select from "${schema}".stage as own join "${schema}".live_case as live on live.complaint_id = own.complaint_id
          where own.id = ${stageId} and not coalesce(live.service_id = any ($6), false))`;

/** What is rare, by the index of words. */
const rareOfManagers = (schema: string): string => `
        with found as materialized (
          select held.stage_id, held.received_on from "${schema}".account_words as held where held.words @@ $1
            and ($2 is null or (held.received_on, held.stage_id) < ($2, $3)) and held.stage_id <> all ($5))
        select found.stage_id, found.received_on from found join "${schema}".stage as stage on stage.id = found.stage_id
        where stage.service_id = any ($6) and not ${goneElsewhere(schema, 'found.stage_id')}
        order by found.received_on desc, found.stage_id desc limit $4`;

/** What is common, by walking through each service from its newest stage on. */
const commonOfManagers = (schema: string): string => `
        select walked.id, walked.received_on from (select distinct unnest($6)) as service (id)
        cross join lateral (
          select stage.id, stage.received_on
          from (select each.id, each.received_on from "${schema}".stage as each where each.service_id = service.id
              and ($2 is null or (each.received_on, each.id) < ($2, $3))
            order by each.received_on desc, each.id desc limit ${ALL_OF_A_SERVICE}) as stage
          join "${schema}".account_words as held on held.stage_id = stage.id
          where held.words @@ $1 and stage.id <> all ($5) and not ${goneElsewhere(schema, 'stage.id')}
          order by stage.received_on desc, stage.id desc limit $4) as walked
        order by walked.received_on desc, walked.id desc limit $4`;

/**
 * A manager finds those of their services. The database is not left the choice of the way: it takes policies for conditions that
 * hardly any row fulfils.
 */
const forManagers = (schema: string): string => `
    execute 'select count(*)::int from (select from "${schema}".account_words as held where held.words @@ $1 limit ${COMMON + 1}) as few'
      into found_so_far using wanted;
    if found_so_far <= ${COMMON} then
      return query execute '${rareOfManagers(schema)}' using wanted, before_day, before_id, most, closed, own;
    else
      return query execute '${commonOfManagers(schema)}' using wanted, before_day, before_id, most, closed, own;
    end if;`;

/**
 * The one way to the words, for officers cleared for the stream and for managers, of their services alone. It gives ids and days, and
 * nothing of cases that are closed to the caller: a page is as long as if there were none.
 */
export const searchForWorkers = (schema: string): string => `
  create or replace function "${schema}".search_accounts(asked text, before_day date, before_id text, most int)
  returns table (stage_id text, received_on date) language plpgsql stable security definer
  set search_path = pg_catalog, pg_temp set jit = off as $function$
  declare
    wanted tsquery := "${schema}".wanted_by(asked);
    last_day date;
    last_id text;
    found_so_far int;
    closed text[] := "${schema}".closed_stages();
    own text[] := case when ${roleIsOneOf('manager')} then string_to_array(${setting('services')}, ',') end;
  begin
    if wanted is null or closed is null then return; end if;
    if own is not null then${forManagers(schema)}
      return;
    end if;
    if not (${isClearedToSearch(schema)}) then return; end if;${forOfficers(schema)}
  end $function$`;
