import { SettingsError } from '../../platform/config/settings';
import { endOnUnexpected } from '../../platform/logging/end-on-unexpected';
import { DatabaseRefusal } from '../../platform/postgres/refusal';
import { safeDatabaseError } from '../../platform/postgres/safe-error';
import { CertificateError } from '../../platform/server/http-server';
import { PortError } from '../../platform/server/listening';
import { OperationsRefused } from '../operations/read-operations';

const FOR_PEOPLE = [SettingsError, DatabaseRefusal, PortError, CertificateError, OperationsRefused];

/** Whether an error's message is written for whoever started the product, and says what to do. */
function isForPeople(error: unknown): error is Error {
  return FOR_PEOPLE.some((kind) => error instanceof kind);
}

/**
 * Runs a command's main part. A refusal is printed in its own words; anything else with its origin, without values. What
 * gets past the main part ends the process too.
 */
export function runMain(main: () => Promise<void>): void {
  endOnUnexpected();
  main().catch((error: unknown) => {
    if (isForPeople(error)) process.stderr.write(`${error.message}\n`);
    else process.stderr.write(`The command failed. ${safeDatabaseError(error).stack ?? ''}\n`);
    process.exit(1);
  });
}
