import fs from 'node:fs';
import path from 'node:path';
import { DatabaseRefusal } from '../refusal';

const ELSEWHERE = 'Set DATA_DIR to another directory';

/**
 * Says whether `data` is 'ours' to serve or 'empty' (also when it is not there). Refuses, with what to do, whatever
 * is neither: files of something else, another major version of PostgreSQL, another user's directory.
 */
export function inspectDataDirectory({ data, major }: { data: string; major: string }): 'ours' | 'empty' {
  const stat = fs.statSync(data, { throwIfNoEntry: false });
  if (!stat) return 'empty';
  if (!stat.isDirectory())
    throw new DatabaseRefusal(
      `${data} is a file, where the database's directory should be. ${ELSEWHERE}, or move the file away.`,
    );
  refuseAnotherUsers(data, stat.uid);
  if (fs.readdirSync(data).length === 0) return 'empty';
  refuseAnotherVersion(data, major);
  return 'ours';
}

function refuseAnotherUsers(data: string, owner: number): void {
  const user = process.getuid?.();
  if (user === undefined || user === 0 || user === owner) return;
  throw new DatabaseRefusal(
    `${data} belongs to another user (number ${owner}). Run as that user, or as root. Otherwise: ${ELSEWHERE.toLowerCase().replace('data_dir', 'DATA_DIR')}.`,
  );
}

function refuseAnotherVersion(data: string, major: string): void {
  const file = path.join(data, 'PG_VERSION');
  if (!fs.existsSync(file)) {
    throw new DatabaseRefusal(
      `${data} holds files that are not a PostgreSQL database, so nothing was touched. ${ELSEWHERE}, or move those files away.`,
    );
  }
  const version = fs.readFileSync(file, 'utf8').trim();
  if (version === major) return;
  throw new DatabaseRefusal(
    `${data} was made by PostgreSQL ${version}, and this is PostgreSQL ${major}, which cannot read it. ${ELSEWHERE}, or run the version of the product that made it.`,
  );
}
