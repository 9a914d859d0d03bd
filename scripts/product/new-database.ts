import type { Settings } from '../../platform/config/settings';
import { readState } from '../../platform/postgres/embedded/state';

type Place = {
  readonly database: Pick<Settings['database'], 'url'>;
  readonly dataDirectory: string;
};

/** Whether no database is where the settings say, so that opening it makes one. */
export function isNewDatabase({ database, dataDirectory }: Place): boolean {
  return database.url === null && readState(dataDirectory) === null;
}

/**
 * A sentence where a command is about to make a database of its own, and after it what that means; null where there is one. A
 * mistyped DATA_DIR is no error but a new place, in which nobody would look for what the command did.
 */
export function aboutNewDatabase(place: Place, means: string): string | null {
  if (!isNewDatabase(place)) return null;
  return `There is no database in ${place.dataDirectory} (DATA_DIR) yet, so one is made. ${means}`;
}
