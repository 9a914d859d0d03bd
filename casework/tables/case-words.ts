import { setting } from '../../platform/postgres/row-security';

/** So much of what was written at a stage is found, the newest first: PostgreSQL holds a megabyte of words of one row. */
const MOST_CHARACTERS = 150_000;

/** Everybody in a live complaint, with where they live and how they are reached: a postcode and a number without blanks too. */
const PEOPLE = (schema: string): string => `
  select string_agg(concat_ws(' ', party.forename, party.surname, party.email, party.address, party.postcode,
    replace(party.postcode, ' ', ''), party.telephone, replace(party.telephone, ' ', '')), ' ') as names
  from "${schema}".case_party as party where party.complaint_id = stage.complaint_id`;

/** What was written while a live complaint was at the stage. */
const WRITTEN = (schema: string): string => `
  select left(string_agg(written.words, ' ' order by written.place desc), ${MOST_CHARACTERS}) as said
  from "${schema}".timeline_words as written join "${schema}".timeline_entry as entry using (complaint_id, place)
  where written.complaint_id = stage.complaint_id and entry.stage = stage.number`;

/** The accounts of `source` with all that they are found by, of live complaints more than they say: rows of account_words. */
const allWordRows = (schema: string, source: string): string => `
  select account.stage_id, stage.received_on, "${schema}".words_of(
    concat_ws(' ', account.person, account.forename, account.surname, account.name, account.email,
      account.postcode, replace(account.postcode, ' ', ''), people.names), concat_ws(' ', account.summary, timeline.said))
  from ${source} as account join "${schema}".stage as stage on stage.id = account.stage_id
    left join lateral (${PEOPLE(schema)}) as people on true
    left join lateral (${WRITTEN(schema)}) as timeline on true`;

const keep = (schema: string, source: string): string => `
  insert into "${schema}".account_words as held (stage_id, received_on, words) ${allWordRows(schema, source)}
  on conflict (stage_id) do update set received_on = excluded.received_on, words = excluded.words
  where (held.received_on, held.words) is distinct from (excluded.received_on, excluded.words)`;

/** SQL that keeps the words of all live complaints anew. */
export const keepLiveWords = (schema: string): string =>
  keep(
    schema,
    `(select account.* from "${schema}".account as account join "${schema}".stage as own on own.id = account.stage_id
      join "${schema}".live_case as held on held.complaint_id = own.complaint_id)`,
  );

/** The function of the triggers on accounts, as they come and change. */
export const keepAllAccountWords = (schema: string): string => `
  create or replace function "${schema}".keep_account_words() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $function$
  begin
    ${keep(schema, 'came')};
    return null;
  end $function$`;

/**
 * The function of the triggers on people and on what is written: it keeps the words of the stages that those belong to. While it
 * does it looks with the eyes of loads, since whoever writes a note need not see every account of the complaint.
 */
export const keepCaseWords = (schema: string): string => `
  create function "${schema}".keep_case_words() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $function$
  declare
    asks text := ${setting('role')};
    stages text[];
  begin
    perform set_config('scope.role', 'import', true);
    if tg_table_name = 'case_party' then
      stages := array(select stage.id from "${schema}".stage as stage
        where stage.complaint_id in (select changed.complaint_id from changed));
    else
      stages := array(select stage.id from changed join "${schema}".timeline_entry as entry using (complaint_id, place)
        join "${schema}".stage as stage on stage.complaint_id = entry.complaint_id and stage.number = entry.stage);
    end if;
    ${keep(schema, `(select kept.* from "${schema}".account as kept where kept.stage_id = any (stages))`)};
    perform set_config('scope.role', coalesce(asks, ''), true);
    return null;
  end $function$`;

/** What changes people and words of live complaints, by table. Words are never changed. */
export const CASE_WORD_TRIGGERS = [
  { table: 'case_party', on: 'insert', changed: 'new' },
  { table: 'case_party', on: 'update', changed: 'new' },
  { table: 'case_party', on: 'delete', changed: 'old' },
  { table: 'timeline_words', on: 'insert', changed: 'new' },
  { table: 'timeline_words', on: 'delete', changed: 'old' },
] as const;
