import { setting } from '../../platform/postgres/row-security';

/** What stands where something personal stood. */
export const BLANK = '[anonymised]';

interface Kept {
  readonly schema: string;
  /** The tables of people, each row keyed by its stage; what is read through the account comes before it. */
  readonly people: readonly string[];
}

/** Whether a legal hold keeps the people of a stage: of its complaint, of the one that it was in then, or of all of the stream's. */
const isHeld = (schema: string): string => `
  create function "${schema}".is_held(stage text) returns boolean language sql stable security definer
  set search_path = pg_catalog, pg_temp as $function$
    select exists (select from "${schema}".legal_hold as hold where hold.lifted_at is null and (
      hold.complaint_id is null or stage = any (hold.stage_ids)
      or hold.complaint_id = (select held.complaint_id from "${schema}".stage as held where held.id = stage)))
  $function$`;

/** A stage of which something is held is anonymised by nobody, whatever asks for it. */
const refuseHeld = (schema: string): string => `
  create function "${schema}".refuse_held() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $function$
  begin
    if "${schema}".is_held(new.stage_id) then
      raise exception 'A legal hold keeps the people of a stage' using errcode = 'restrict_violation';
    end if;
    return new;
  end $function$`;

/**
 * What an import changes or takes back is kept as it was while it is held: the records follow their system, and nothing that a hold
 * keeps is lost by it.
 */
const preserveHeld = (schema: string): string => `
  create function "${schema}".preserve_held() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $function$
  begin
    if tg_op = 'UPDATE' and new is not distinct from old then return new; end if;
    if "${schema}".is_held(old.stage_id) then
      insert into "${schema}".preserved_people (stage_id, kept_in, content, preserved_at)
      values (old.stage_id, tg_table_name, to_jsonb(old), now());
    end if;
    return coalesce(new, old);
  end $function$`;

/** Removes what only holds kept that are lifted by now: what would have gone without them goes. */
const releasePreserved = (schema: string): string => `
  create function "${schema}".release_preserved() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $function$
  begin
    delete from "${schema}".preserved_people as preserved where not "${schema}".is_held(preserved.stage_id);
    return null;
  end $function$`;

/**
 * Carries out a decision of the caller's own: takes out all that is personal of the stages that its complaint has, and marks them, so
 * that nothing comes in again. Facts stay as they are. It fails for a stage that is held. Returns the stages.
 */
const anonymise = ({ schema, people }: Kept): string => `
  create function "${schema}".anonymise(decision text) returns text[] language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $function$
  declare
    asks text := ${setting('role')};
    about text := (select made.complaint_id from "${schema}".retention_decision as made
      where made.id = decision and made.kind = 'ANONYMISE' and made.decided_by = ${setting('subject')});
    stages text[];
  begin
    if about is null then raise exception 'Nobody decided this' using errcode = 'insufficient_privilege'; end if;
    perform set_config('scope.role', 'import', true);
    select array_agg(stage.id order by stage.id) into stages from "${schema}".stage as stage where stage.complaint_id = about;
    perform from "${schema}".stage as stage where stage.id = any (stages) order by stage.id for update;
    insert into "${schema}".anonymised_stage (stage_id, decision_id, anonymised_at)
      select unnest(stages), decision, now() on conflict (stage_id) do nothing;
    ${people.map((table) => `delete from "${schema}"."${table}" where stage_id = any (stages);`).join('\n    ')}
    delete from "${schema}".preserved_people where stage_id = any (stages);
    perform set_config('scope.role', 'admin', true);
    update "${schema}".restriction set reason = '${BLANK}', named = '{}',
      lifted_because = case when lifted_because is not null then '${BLANK}' end
      where complaint_id = about or stage_ids && stages;
    update "${schema}".conflict_of_interest set subject = '${BLANK} ' || id, reason = '${BLANK}',
      withdrawn_because = case when withdrawn_because is not null then '${BLANK}' end
      where complaint_id = about or stage_ids && stages;
    update "${schema}".case_opening set reason = '${BLANK}' where complaint_id = about;
    update "${schema}".legal_hold set reason = '${BLANK}',
      lifted_because = case when lifted_because is not null then '${BLANK}' end where complaint_id = about;
    perform set_config('scope.role', coalesce(asks, ''), true);
    return stages;
  end $function$`;

/** What keeps people and takes them out, in the order in which they need each other. */
export const retentionFunctions = (
  kept: Kept,
): readonly { readonly name: string; readonly create: string; readonly isCalled: boolean }[] => [
  { name: 'is_held(text)', create: isHeld(kept.schema), isCalled: true },
  { name: 'refuse_held()', create: refuseHeld(kept.schema), isCalled: false },
  { name: 'preserve_held()', create: preserveHeld(kept.schema), isCalled: false },
  { name: 'release_preserved()', create: releasePreserved(kept.schema), isCalled: false },
  { name: 'anonymise(text)', create: anonymise(kept), isCalled: true },
];
