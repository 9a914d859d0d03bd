import type { QueryRunner } from 'typeorm';
import type { SCOPE_SETTINGS } from '../transaction/scope';

type Setting = (typeof SCOPE_SETTINGS)[number];

/**
 * SQL for one scope setting, null when unset. Wrapped in a sub-select, so that it is read once a statement and not
 * once a row; `nullif`, because a transaction that ended leaves '' behind.
 */
export const setting = (name: Setting): string =>
  `(select nullif(current_setting('scope.${name}', true), ''))`;

/** SQL that is true when the caller's role is one of `roles`, and never for a setting that is unset, empty or garbage. */
export const roleIsOneOf = (...roles: readonly string[]): string =>
  `coalesce(${setting('role')} in (${roles.map((role) => `'${role}'`).join(', ')}), false)`;

/** SQL that is true when a list setting holds the text that `sql` gives. */
export const listHolds = (name: Setting, sql: string): string =>
  `coalesce(${sql} = any (string_to_array(${setting(name)}, ',')), false)`;

/** SQL of somebody's subject as it is told of one complaint: whoever knows them recognises them, and nobody is named. */
export const disguised = (complaintId: string, subject: string): string =>
  `encode(sha256(convert_to(${complaintId} || ' ' || ${subject}, 'UTF8')), 'hex')`;

export interface Policy {
  readonly name: string;
  readonly command: 'select' | 'insert' | 'update' | 'delete' | 'all';
  /** SQL that a row has to satisfy. */
  readonly allows: string;
}

/**
 * Switches row-level security on for `table` ("schema"."table"), for its owner too. Policies are RESTRICTIVE over one
 * permissive `everybody`: a permissive policy added by mistake later opens nothing. A command that no policy here names is refused.
 */
export async function forceRowSecurity(
  runner: QueryRunner,
  table: string,
  policies: readonly Policy[],
): Promise<void> {
  await runner.query(`alter table ${table} enable row level security`);
  await runner.query(`alter table ${table} force row level security`);
  const commands = new Set(policies.map((policy) => policy.command));
  for (const command of commands) {
    await runner.query(
      `create policy "everybody_${command}" on ${table} as permissive for ${command} ${clause(command, 'true')}`,
    );
  }
  for (const policy of policies) {
    await runner.query(
      `create policy "${policy.name}" on ${table} as restrictive for ${policy.command} ${clause(policy.command, policy.allows)}`,
    );
  }
}

type Change = (runner: QueryRunner, table: string) => Promise<void>;

/** Adds a policy to a table that has its row security already: it narrows what may be read there. */
const narrowing =
  ({ name, allows }: Policy): Change =>
  async (runner, table) => {
    await runner.query(`create policy ${name} on ${table} as restrictive for select using (${allows})`);
  };

/** Takes it away again, for a migration that is taken back. */
const widening =
  ({ name }: Policy): Change =>
  async (runner, table) => {
    await runner.query(`drop policy ${name} on ${table}`);
  };

const WITHIN_STREAMS: Policy = {
  ...{ name: 'partners_within_their_streams', command: 'select' },
  allows: `(select not ${roleIsOneOf('partner')}) or stream is null or ${listHolds('streams', 'lower(stream)')}`,
};
/** Shows partners no row of a stream that their agreement does not name; what belongs to no stream is theirs in any case. */
export const keepPartnersWithinStreams = narrowing(WITHIN_STREAMS);
export const letPartnersOutOfStreams = widening(WITHIN_STREAMS);

const NO_KEYS: Policy = {
  ...{ name: 'no_key_reads', command: 'select' },
  allows: `${setting('credential')} is distinct from 'key'`,
};
/** Closes a table of people, or of rows as they came, to the keys of programs, whatever their role opens to persons. */
export const closeToKeys = narrowing(NO_KEYS);
export const openToKeys = widening(NO_KEYS);

const NO_PROTECTED: Policy = {
  ...{ name: 'no_protected_reads', command: 'select' },
  allows: `${setting('small_numbers')} is null`,
};
/** Closes a table of single things to whoever is told no small numbers: they could be counted. */
export const closeToProtected = narrowing(NO_PROTECTED);
export const openToProtected = widening(NO_PROTECTED);

function clause(command: Policy['command'], condition: string): string {
  if (command === 'insert') return `with check (${condition})`;
  if (command === 'select' || command === 'delete') return `using (${condition})`;
  return `using (${condition}) with check (${condition})`;
}
