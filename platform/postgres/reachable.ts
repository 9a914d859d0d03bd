import { Client } from 'pg';
import { CONNECTION_TIMEOUT_MILLIS } from './connect';
import { codeOf, isError } from './error-code';
import { DatabaseRefusal } from './refusal';
import { serverAddress } from './server-address';

/** The oldest major version that has what the migrations use. */
const OLDEST_MAJOR = 16;
/** `server_version_num` is 10000 × major + minor. */
const MAJOR = 10_000;

/** What is wrong with a server of this `server_version_num`, or null. 18 is what is tested; 16 and 17 are accepted. */
export function versionProblem(versionNumber: number): string | null {
  const major = Math.floor(versionNumber / MAJOR);
  if (major >= OLDEST_MAJOR) return null;
  return `The PostgreSQL server is version ${major}; at least ${OLDEST_MAJOR} is needed, and 18 is what is tested. Upgrade it, or set DATABASE_URL to a newer one.`;
}

export interface CheckReachable {
  readonly url: string;
  /** The setting that names the database, for what is said. */
  readonly setting: string;
  readonly timeoutMillis?: number;
}

/** Refuses a database that cannot be reached, or whose server is too old. */
export async function checkReachable({
  url,
  setting,
  timeoutMillis = CONNECTION_TIMEOUT_MILLIS,
}: CheckReachable): Promise<void> {
  const client = new Client({ ...serverAddress(url), connectionTimeoutMillis: timeoutMillis });
  client.on('error', () => undefined);
  let version: number;
  try {
    await client.connect();
    const { rows } = await client.query<{ version: string }>(
      `select current_setting('server_version_num') as version`,
    );
    version = Number(rows[0]?.version);
  } catch (error) {
    throw new DatabaseRefusal(unreachable(url, setting, error), { cause: error });
  } finally {
    await client.end().catch(() => undefined);
  }
  const problem = versionProblem(version);
  if (problem) throw new DatabaseRefusal(problem);
}

/** Names the server, never the password. */
function unreachable(url: string, setting: string, error: unknown): string {
  const { hostname, port, pathname, username } = new URL(url);
  const server = `${hostname}:${port || '5432'}`;
  const code = codeOf(error) ?? '';
  if (code === '28P01' || code === '28000')
    return `${setting}: the PostgreSQL server at ${server} refuses the login "${username}". Check its name and password.`;
  if (code === '3D000')
    return `${setting}: the PostgreSQL server at ${server} has no database "${pathname.slice(1)}". Make it, owned by "${username}".`;
  if (/CERT|ALTNAME|SIGNATURE|ISSUER/.test(code))
    return `${setting}: the certificate of the PostgreSQL server at ${server} is not good (${code}). Check that sslrootcert is the CA that made it, and that the address is the one it was made for.`;
  const reason = code || (isError(error) ? error.message : 'unknown');
  return `${setting}: the PostgreSQL server at ${server} cannot be reached (${reason}). Check that it runs and that the address is right.`;
}
