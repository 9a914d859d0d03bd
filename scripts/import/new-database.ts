import type { Settings } from '../../platform/config/settings';
import { readState } from '../../platform/postgres/embedded/state';

/**
 * A sentence where an import is about to make a database of its own; null where there is one. A mistyped DATA_DIR is no
 * error but a new place, in which nobody would look for what was loaded.
 */
export function aboutNewDatabase({
  database,
  dataDirectory,
}: {
  readonly database: Pick<Settings['database'], 'url'>;
  readonly dataDirectory: string;
}): string | null {
  if (database.url !== null || readState(dataDirectory) !== null) return null;
  return `There is no database in ${dataDirectory} (DATA_DIR) yet, so one is made. What is loaded there is shown by a product that starts with the same DATA_DIR.`;
}
