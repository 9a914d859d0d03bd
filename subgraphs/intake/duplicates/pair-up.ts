import { keysOf } from '../../../platform/tables/keys-of';
import type { Transaction } from '../../../platform/transaction/transaction';
import type { Session } from '../load/session';
import type { DuplicateReasonCode } from '../tables/duplicates';
import {
  FAR_DAYS,
  FEWEST_WORDS,
  MOST_CANDIDATES,
  MOST_SUGGESTIONS,
  NEAR_DAYS,
  WEIGHTS,
  WORDS_IN_COMMON,
} from './evidence';

const BATCH_PAIRS = 5_000;

const TEMPORARY = [
  `create temporary table if not exists identifying_key (
     kind text, key text collate "C", source text, record text, received_on date, reach int)`,
  `create temporary table if not exists found_pair (
     id text primary key, one_source text, one_record text, one_owner text,
     other_source text, other_record text, other_owner text, reasons text[], days int, strength int,
     one_received_on date, other_received_on date)`,
  'truncate identifying_key, found_pair',
];

/**
 * Works out from all that is kept which pairs there are, and makes them those that are suggested: an outcome that does
 * not depend on the order in which records came. What people decided stays. Returns how many pairs are new.
 */
export async function pairUp(session: Session, at: Date): Promise<number> {
  for (const statement of TEMPORARY) await session.query(statement);
  await session.inScope((transaction) => transaction.query(IDENTIFYING_KEYS));
  await session.query('create index on identifying_key (kind, key, source, received_on)');
  await session.query('analyze identifying_key');
  await session.inScope((transaction) => transaction.query(FOUND_PAIRS));
  await session.query('analyze found_pair');
  await session.inScope(removeUnfound);
  let added = 0;
  for (let after: string | null = ''; after !== null; ) {
    const since: string = after;
    const page = await session.inScope((transaction) => suggest(transaction, { after: since, at }));
    added += page.added;
    after = page.last;
  }
  return added;
}

const days = (count: number) => `interval '${count} days'`;

/** How many records of other systems share the key within so many days. */
const candidates = (within: number) => {
  const frame = `order by received_on range between ${days(within)} preceding and ${days(within)} following`;
  return `count(*) over (partition by kind, key ${frame}) - count(*) over (partition by kind, key, source ${frame})`;
};

const identifies = (count: string) => `${count} between 1 and ${MOST_CANDIDATES}`;

/**
 * What identifies the person of a record, and how many days it reaches: a key that too many share within a year still
 * identifies those received about the same time, unless too many share it there as well. Sorted only so that nothing
 * is written before the last row is known: that keeps nobody who follows an outbox waiting.
 */
const IDENTIFYING_KEYS = `
  insert into identifying_key (kind, key, source, record, received_on, reach)
  with known_key as materialized (
    select source, record, received_on, kind, key collate "C" as key
    from intake.matter, lateral (
      select 'name' as kind, unnest(names) as key
      union all select 'email', email where email is not null) as each),
  shared as (select kind, key from known_key group by kind, key having min(source) <> max(source))
  select kind, key, source, record, received_on,
    case when ${identifies('far')} then ${FAR_DAYS} else ${NEAR_DAYS} end
  from (
    select known_key.*, ${candidates(NEAR_DAYS)} as near, ${candidates(FAR_DAYS)} as far
    from known_key join shared using (kind, key)) as counted
  where ${identifies('near')} or ${identifies('far')}
  order by kind, key, source, received_on`;

/** Of two records of different systems, the one whose source comes first in the alphabet is `one`. */
const SAME_PERSON = `
  select one.source as one_source, one.record as one_record, other.source as other_source,
    other.record as other_record, one.kind
  from identifying_key as one
    join (select distinct source from identifying_key) as others on others.source > one.source
    join identifying_key as other on other.kind = one.kind and other.key = one.key and other.source = others.source
      and other.received_on between one.received_on - one.reach and one.received_on + one.reach
  where abs(other.received_on - one.received_on) <= other.reach`;

const NAMED = `
  select case when own_first then own.source else named.source end,
    case when own_first then own.record else named.record end,
    case when own_first then named.source else own.source end,
    case when own_first then named.record else own.record end, 'reference'
  from (select source, record, unnest(own_references) as reference from intake.matter) as own
    join (select source, record, unnest(named_references) as reference from intake.matter) as named
      using (reference),
    lateral (select own.source < named.source as own_first) as place
  where own.source <> named.source`;

/** A reference without what people leave out or write otherwise: case, dashes of any kind, spaces, leading noughts. */
const folded = (reference: string) =>
  `upper(regexp_replace(regexp_replace(${reference}, '(^|[^0-9])0+(?=[0-9])', '\\1', 'g'),
     '[\\s\\u002d\\u2010-\\u2015\\u2212\\u00ad]+', '', 'g'))`;

/** The records whose folded reference others of their system have too, but not so many that it tells nothing. */
const LIKE_REFERENCES = `
  select * from (
    select source, record, like_reference, count(*) over (partition by source, like_reference) as many
    from (select source, record, ${folded('record')} as like_reference from intake.matter) as known) as counted
  where many between 2 and ${MOST_CANDIDATES}`;

/** Records of one system that may be one: their references are then the same. Of a pair the first by its reference is `one`. */
const ALIKE = `
  select one.source, one.record, one.source, other.record, 'own'
  from (${LIKE_REFERENCES}) as one
    join (${LIKE_REFERENCES}) as other on other.source = one.source and other.like_reference = one.like_reference
      and other.record collate "C" > one.record collate "C"`;

/** Words that so many records share are a form's text, and not anybody's own. */
const USUAL_WORDS = `
  select words from intake.matter where cardinality(words) >= ${FEWEST_WORDS}
  group by words having count(*) > ${MOST_CANDIDATES}`;

const EVIDENCE = `
  select pair.*, one.owner as one_owner, other.owner as other_owner,
    abs(other.received_on - one.received_on) as days, one.received_on as one_received_on,
    other.received_on as other_received_on,
    coalesce(one.postcode = other.postcode, false) as same_postcode,
    shared.words >= ${FEWEST_WORDS} and shared.words >= ${WORDS_IN_COMMON}
      * (cardinality(one.words) + cardinality(other.words) - shared.words)
      and one.words not in (select words from usual) and other.words not in (select words from usual) as same_words
  from (
    select one_source, one_record, other_source, other_record, bool_or(kind = 'name') as same_name,
      bool_or(kind = 'email') as same_email, bool_or(kind = 'reference') as names_reference, bool_or(kind = 'own') as like_reference
    from (${SAME_PERSON} union all ${NAMED} union all ${ALIKE}) as found
    group by one_source, one_record, other_source, other_record) as pair
  join intake.matter as one on one.source = one_source and one.record = one_record
  join intake.matter as other on other.source = other_source and other.record = other_record,
  lateral (select count(*) as words from unnest(one.words) as word where word = any (other.words)) as shared`;

/** When each reason is one. */
const HOLDS: Readonly<Record<DuplicateReasonCode, string>> = {
  NAMES_REFERENCE: 'names_reference',
  LIKE_REFERENCE: 'like_reference',
  SAME_EMAIL: 'same_email',
  SAME_WORDS: 'same_words',
  SAME_NAME: 'same_name',
  SAME_POSTCODE: 'same_postcode',
  NEAR_IN_TIME: `days <= ${NEAR_DAYS}`,
};

const REASONS = Object.entries(HOLDS).map(([code, holds]) => `case when ${holds} then '${code}' end`);
const STRENGTH = keysOf(WEIGHTS).map((code) => `case when ${HOLDS[code]} then ${WEIGHTS[code]} else 0 end`);

/**
 * The same person and the same complaint, or a reference that is named, or all but the same. Each record has its heaviest pairs; a pair that
 * is not among the heaviest of both its records is left out.
 */
const FOUND_PAIRS = `
  insert into found_pair
  with usual as materialized (${USUAL_WORDS}),
  weighed as materialized (
    select evidence.*, array_remove(array[${REASONS.join(', ')}], null) as reasons, ${STRENGTH.join(' + ')} as strength,
      md5(json_build_array(one_source, one_record, other_source, other_record)::text) as id
    from (${EVIDENCE}) as evidence
    where names_reference or like_reference or ((same_name or same_email) and (days <= ${NEAR_DAYS} or same_words))),
  ranked as (
    select id, row_number() over (partition by source, record order by strength desc, days, id) as place
    from (
      select one_source as source, one_record as record, strength, days, id from weighed
      union all select other_source, other_record, strength, days, id from weighed) as side)
  select id, one_source, one_record, one_owner, other_source, other_record, other_owner, reasons, days, strength,
    one_received_on, other_received_on
  from weighed
    join (select id from ranked group by id having max(place) <= ${MOST_SUGGESTIONS}) as kept using (id)`;

/** Removes suggestions that are no longer found. Decided pairs stay, with those who keep their records now. */
async function removeUnfound(transaction: Transaction): Promise<void> {
  await transaction.query(
    `delete from intake.likely_duplicate as known where state = 'open'
       and not exists (select from found_pair where found_pair.id = known.id)`,
  );
  await transaction.query(
    `update intake.likely_duplicate as known set one_owner = one.owner, other_owner = other.owner
     from intake.matter as one, intake.matter as other
     where known.state <> 'open'
       and one.source = known.one_source and one.record = known.one_record
       and other.source = known.other_source and other.record = known.other_record
       and (one.owner, other.owner) is distinct from (known.one_owner, known.other_owner)`,
  );
}

/** Suggests the pairs of one page; `last` is null after the last page. */
async function suggest(
  transaction: Transaction,
  { after, at }: { after: string; at: Date },
): Promise<{ readonly last: string | null; readonly added: number }> {
  const [page] = await transaction.query<{ last: string | null; added: number }>(
    `with page as (select * from found_pair where id > $1 order by id limit $2),
     kept as (
       insert into intake.likely_duplicate as known
         (id, one_source, one_record, one_owner, other_source, other_record, other_owner, reasons, days, strength,
          one_received_on, other_received_on, found_at, state)
       select page.*, $3, 'open' from page
       on conflict (id) do update set reasons = excluded.reasons, days = excluded.days,
         strength = excluded.strength, one_owner = excluded.one_owner, other_owner = excluded.other_owner,
         one_received_on = excluded.one_received_on, other_received_on = excluded.other_received_on
       where known.state = 'open'
         and (known.reasons, known.days, known.one_owner, known.other_owner, known.one_received_on, known.other_received_on)
           is distinct from (excluded.reasons, excluded.days, excluded.one_owner, excluded.other_owner,
             excluded.one_received_on, excluded.other_received_on)
       returning (xmax = 0) as is_new)
     select (select max(id) from page) as last, (select count(*)::int from kept where is_new) as added`,
    [after, BATCH_PAIRS, at],
  );
  return page ?? { last: null, added: 0 };
}
