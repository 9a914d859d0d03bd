import { disguised, roleIsOneOf, setting } from '../../platform/postgres/row-security';
import { FACT_READERS } from '../tables/create-case-tables';

/**
 * Rows of a table that holds for complaints, with the complaints for which they hold now: the one that they name, and those to
 * which the stages belong that it had, should an import join them otherwise.
 */
export const withPlaces = (schema: string, table: string, live: string): string => `
  select held.*, held.complaint_id as place from "${schema}".${table} as held where held.${live} is null
  union all select held.*, stage.complaint_id from "${schema}".${table} as held
    join "${schema}".stage as stage on stage.id = any (held.stage_ids) where held.${live} is null`;

const conflicts = (schema: string): string => `
  select place from (${withPlaces(schema, 'conflict_of_interest', 'withdrawn_at')}) conflict where subject = asks`;

/** Restricted from whoever is not named, and has not opened it for a time that is not over. */
const restrictions = (schema: string): string => `
  select place from (${withPlaces(schema, 'restriction', 'lifted_at')}) restriction where not (asks = any (named))
    and not exists (select from "${schema}".case_opening as opening where opening.complaint_id = place
      and opening.opened_by = asks and opening.ended_at is null and opening.expires_at > statement_timestamp())`;

/** Any restriction that holds. */
const anyRestriction = (schema: string): string =>
  `exists (select from "${schema}".restriction where lifted_at is null)`;
/** Any conflict of interest that holds: the caller's, or anybody's. */
const anyConflict = (schema: string, of = ''): string =>
  `exists (select from "${schema}".conflict_of_interest where withdrawn_at is null${of})`;
const OF_CALLER = ' and subject = asks';

/** What a function answers: nothing to whom, and from what. Policies ask at every statement, and mostly there is `none`. */
interface Told {
  readonly first: string;
  readonly none: string;
  readonly ids: string;
}

/** A function that answers from all rows, whatever the caller's own policies show: what it gives are ids. */
const told = (schema: string, name: string, { first, none, ids }: Told): string => `
  create or replace function "${schema}".${name} returns text[] language plpgsql stable security definer
  set search_path = pg_catalog, pg_temp as $function$
  declare asks text := ${setting('subject')};
  begin
    if ${first} then return null; end if;
    if ${none} then return '{}'; end if;
    return (select coalesce(array_agg(distinct id), '{}') from (${ids}) as found (id));
  end $function$`;

const NOBODY = 'asks is null';
const NO_READER = `not ${roleIsOneOf(...FACT_READERS)}`;

/**
 * Of some complaints, who has an interest in them, and to whom alone they are open where they are restricted: subjects of sign-ins
 * in disguise, since what is published stays when its people are taken out; from all rows, whatever the caller's own policies show. For what the stream publishes, and for nothing that is answered.
 */
export const closedToWhom = (schema: string): string => `
  create function "${schema}".closed_to_whom(ids text[])
  returns table (complaint_id text, shut_out text[], open_to text[]) language plpgsql stable security definer
  set search_path = pg_catalog, pg_temp as $function$
  begin
    if ${NO_READER} then return; end if;
    return query select asked.id,
      coalesce((select array_agg(distinct ${disguised('asked.id', 'subject')})
        from (${withPlaces(schema, 'conflict_of_interest', 'withdrawn_at')}) conflict where place = asked.id), '{}'),
      (select coalesce(array_agg(distinct ${disguised('asked.id', 'one.subject')})
          filter (where one.subject is not null), '{}')
        from (${withPlaces(schema, 'restriction', 'lifted_at')}) restriction
          left join lateral unnest(restriction.named) as one (subject) on true
        where place = asked.id having count(*) > 0)
    from unnest(ids) as asked (id) where asked.id = any ((select "${schema}".guarded_complaints())::text[]);
  end $function$`;

/**
 * Which complaints are restricted, and which are closed to the caller: functions with what they are called by. They give null,
 * by which nothing is open, where nobody asks. Each is asked once for a statement, and not for each row.
 */
export const restrictionFunctions = (schema: string): readonly { name: string; create: string }[] => [
  {
    name: 'restricted_complaints()',
    create: told(schema, 'restricted_complaints()', {
      first: NO_READER,
      none: `not ${anyRestriction(schema)}`,
      ids: `select place from (${withPlaces(schema, 'restriction', 'lifted_at')}) restriction`,
    }),
  },
  {
    name: 'guarded_complaints()',
    create: told(schema, 'guarded_complaints()', {
      first: NO_READER,
      none: `not (${anyRestriction(schema)} or ${anyConflict(schema)})`,
      ids: `select place from (${withPlaces(schema, 'restriction', 'lifted_at')}) restriction
        union select place from (${withPlaces(schema, 'conflict_of_interest', 'withdrawn_at')}) conflict`,
    }),
  },
  {
    name: 'conflicted_complaints()',
    create: told(schema, 'conflicted_complaints()', {
      first: NOBODY,
      none: `not ${anyConflict(schema, OF_CALLER)}`,
      ids: conflicts(schema),
    }),
  },
  {
    name: 'closed_complaints()',
    create: told(schema, 'closed_complaints()', {
      first: NOBODY,
      none: `not (${anyConflict(schema, OF_CALLER)} or ${anyRestriction(schema)})`,
      ids: `${conflicts(schema)} union ${restrictions(schema)}`,
    }),
  },
  {
    name: 'closed_stages()',
    create: told(schema, 'closed_stages()', {
      first: `${NOBODY} or ${NO_READER}`,
      none: `not (${anyConflict(schema, OF_CALLER)} or ${anyRestriction(schema)})`,
      ids: `select stage.id from "${schema}".stage as stage
        where stage.complaint_id = any ("${schema}".closed_complaints())`,
    }),
  },
];
