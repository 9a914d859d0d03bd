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

/**
 * A manager finds those of their services, which are few beside all: by the index of words, or by that of services. What is worked
 * on here and has gone to another service is not theirs, since its words are not either.
 */
const forManagers = (schema: string): string => `
    return query execute 'select held.stage_id, held.received_on from "${schema}".account_words as held
      join "${schema}".stage as stage on stage.id = held.stage_id
      where stage.service_id = any ($6) and held.words @@ $1
        and ($2 is null or (held.received_on, held.stage_id) < ($2, $3)) and held.stage_id <> all ($5)
        and not exists (select from "${schema}".live_case as live where live.complaint_id = stage.complaint_id
          and not coalesce(live.service_id = any ($6), false))
      order by held.received_on + 0 desc, held.stage_id desc limit $4'
      using wanted, before_day, before_id, most, closed, own;`;

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
