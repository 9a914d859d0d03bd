import { loginName, quoted } from '../names';
import type { Owner } from './owner';

/** The one subgraph that stages what it loads in temporary tables. */
const STAGES_IN_TEMPORARY_TABLES = 'intake';

/**
 * Closes the database to everybody but its owner and our logins. Only the database's owner can; where somebody else
 * owns it, what may be done there by others is that owner's business, and our schemas are closed by themselves.
 */
export async function closeDatabase(owner: Owner, logins: readonly string[]): Promise<void> {
  const [mine] = await owner.query<{ mine: boolean }>(
    `select pg_has_role(current_user, datdba, 'usage') as mine from pg_database where datname = current_database()`,
  );
  if (!mine?.mine) return;
  const database = quoted(owner.database);
  await owner.query(`revoke connect, temporary on database ${database} from public`);
  await owner.query('revoke all on schema public from public');
  const roles = logins.map((subgraph) => quoted(loginName({ database: owner.database, subgraph })));
  await owner.query(`grant connect on database ${database} to ${roles.join(', ')}`);
  if (!logins.includes(STAGES_IN_TEMPORARY_TABLES)) return;
  const loader = quoted(loginName({ database: owner.database, subgraph: STAGES_IN_TEMPORARY_TABLES }));
  await owner.query(`grant temporary on database ${database} to ${loader}`);
}

/** Makes the schema of a subgraph, the owner's, and lets the subgraph's login see into it. */
export async function createSchema(owner: Owner, name: string): Promise<void> {
  const login = quoted(loginName({ database: owner.database, subgraph: name }));
  await owner.query(`create schema if not exists ${quoted(name)}`);
  await owner.query(`grant usage on schema ${quoted(name)} to ${login}`);
}
