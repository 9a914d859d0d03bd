import { listHolds, roleIsOneOf } from '../../platform/postgres/row-security';

/** Marks that stand over letters once they are taken apart, and the strokes within names: Zoë is zoe, O'Brien obrien. */
const MARKS = "[\\u0300-\\u036f''’`]";

/** Which officers may search a stream's accounts: those who are cleared for it. */
export const isClearedToSearch = (schema: string): string =>
  `${roleIsOneOf('officer')} and ${listHolds('streams', `'${schema}'`)}`;

/** Letters and digits of any text, in small letters, with single blanks between words. */
const plainWords = (schema: string): string => `
  create function "${schema}".plain_words(said text) returns text language sql immutable parallel safe
  return lower(regexp_replace(
    regexp_replace(normalize(coalesce(said, ''), NFKD), '${MARKS}', '', 'g'), '[^[:alnum:]]+', ' ', 'g'))`;

/** What an account is found by: names and addresses as they are written, what was said by the stems of its words. */
const wordsOf = (schema: string): string => `
  create function "${schema}".words_of(names text, said text) returns tsvector language sql immutable parallel safe
  return to_tsvector('simple'::regconfig, "${schema}".plain_words(names))
    || to_tsvector('english'::regconfig, "${schema}".plain_words(said))`;

/**
 * What finds an account that holds all of the words: each as it is written, its beginning where it has three letters, or its
 * stem. Words that say nothing, such as "the", are asked for only where there is no other.
 */
const wantedBy = (schema: string): string => `
  create function "${schema}".wanted_by(asked text) returns tsquery language sql stable parallel safe
  begin atomic
    with word as (
      select distinct word, plainto_tsquery('english'::regconfig, word)::text as stem
      from regexp_split_to_table("${schema}".plain_words(asked), ' ') as word where word <> '')
    select string_agg(
      format('(''%s''%s%s)', word, case when length(word) > 2 then ':*' else '' end,
        case when stem = '' then '' else ' | ' || stem end), ' & ')::tsquery
    from word where stem <> '' or not exists (select from word where stem <> '');
  end`;

/** The accounts of `source` with their words, as rows of account_words. */
export const wordRows = (schema: string, source: string): string => `
  select account.stage_id, stage.received_on, "${schema}".words_of(
    concat_ws(' ', account.person, account.forename, account.surname, account.name, account.email,
      account.postcode, replace(account.postcode, ' ', '')), account.summary)
  from ${source} as account join "${schema}".stage as stage on stage.id = account.stage_id`;

/** Keeps the words beside the accounts, in the transaction that writes them, whoever does. */
const keepWords = (schema: string): string => `
  create function "${schema}".keep_account_words() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $function$
  begin
    insert into "${schema}".account_words as held (stage_id, received_on, words) ${wordRows(schema, 'came')}
    on conflict (stage_id) do update set received_on = excluded.received_on, words = excluded.words
    where (held.received_on, held.words) is distinct from (excluded.received_on, excluded.words);
    return null;
  end $function$`;

/**
 * The one way to the words: which stages hold them, the newest first, for whoever is cleared for the stream. It runs as the
 * owner of the table, since an index of words is of no use under a policy (decision 13), and gives ids and days alone. It is
 * planned each time, with the words at hand: rare ones are looked up, common ones come by the order of days.
 */
const searchAccounts = (schema: string): string => `
  create function "${schema}".search_accounts(asked text, before_day date, before_id text, most int)
  returns table (stage_id text, received_on date) language plpgsql stable security definer
  set search_path = pg_catalog, pg_temp set jit = off as $function$
  declare wanted tsquery := "${schema}".wanted_by(asked);
  begin
    if wanted is null or not (${isClearedToSearch(schema)}) then return; end if;
    return query execute 'select held.stage_id, held.received_on from "${schema}".account_words as held
      where held.words @@ $1 and ($2 is null or (held.received_on, held.stage_id) < ($2, $3))
      order by held.received_on desc, held.stage_id desc limit $4' using wanted, before_day, before_id, most;
  end $function$`;

/** What keeps and finds the words of a stream's accounts: functions with what they are called by, in the order in which they need each other. */
export const wordFunctions = (schema: string): readonly { name: string; create: string }[] => [
  { name: 'plain_words(text)', create: plainWords(schema) },
  { name: 'words_of(text, text)', create: wordsOf(schema) },
  { name: 'wanted_by(text)', create: wantedBy(schema) },
  { name: 'keep_account_words()', create: keepWords(schema) },
  { name: 'search_accounts(text, date, text, int)', create: searchAccounts(schema) },
];
