import { loginName, quoted } from '../names';
import { DatabaseRefusal } from '../refusal';
import type { Owner } from './owner';

/** SQL of what takes and gives back locks that an application names itself: writers of ours wait for each other by them. */
export const LOCK_FUNCTIONS = `
  select string_agg(oid::regprocedure::text, ', ') as functions from pg_proc
  where pronamespace = 'pg_catalog'::regnamespace and proname ~ '^pg_(try_)?advisory_'`;

/**
 * Lets the logins of our parts take such locks where the server does not let everybody. Throws `DatabaseRefusal` where that is
 * not the owner's to give.
 */
export async function grantLocks(owner: Owner, names: readonly string[]): Promise<void> {
  const logins = names.map((subgraph) => loginName({ database: owner.database, subgraph }));
  const lacking = await withoutLocks(owner, logins);
  if (lacking.length === 0) return;
  const [found] = await owner.query<{ functions: string }>(LOCK_FUNCTIONS);
  await owner.query(`grant execute on function ${found?.functions} to ${lacking.map(quoted).join(', ')}`);
  // Who may not give a right is warned, and nothing else happens.
  if ((await withoutLocks(owner, logins)).length === 0) return;
  throw new DatabaseRefusal(
    'The functions pg_advisory_… are taken from everybody in this database, and its owner may not give them to the logins of the product. Let the owner: docs/how-to/read-by-sql.md says how.',
  );
}

async function withoutLocks(owner: Owner, logins: readonly string[]): Promise<readonly string[]> {
  const rows = await owner.query<{ login: string }>(
    `select login from unnest($1::text[]) login where not has_function_privilege(login, 'pg_advisory_lock(bigint)', 'execute')`,
    [logins],
  );
  return rows.map(({ login }) => login);
}
