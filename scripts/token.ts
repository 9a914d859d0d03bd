import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { demonstrationPeople, demonstrationPerson } from '../demo/people';
import { readSettings } from '../platform/config/settings';
import { demonstrationKeys, demonstrationKeysFile } from '../platform/identity/demonstration-keys';
import { demonstrationToken } from '../platform/identity/demonstration-token';
import type { SignedIn } from '../platform/identity/identity';
import { runMain } from './product/refusal';

const WRONG_USAGE = 2;

/** `npm run --silent token -- ROLE [--subject ID]`: a bearer token for one of the demonstration's people. */
runMain(async () => {
  const args = process.argv.slice(2);
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(usage());
    return;
  }
  const person = personAskedFor(args);
  if (person === null) {
    process.stderr.write(usage());
    process.exit(WRONG_USAGE);
  }
  const { production, dataDirectory, token } = readSettings(process.env, { part: 'import' });
  const refusal = production
    ? 'There are no demonstration tokens in production. Sign in with your sign-in service.'
    : token.jwksUrl &&
      'TOKEN_JWKS_URL names a sign-in service, so demonstration tokens are not accepted. Unset it.';
  if (refusal) {
    process.stderr.write(`${refusal}\n`);
    process.exit(1);
  }
  if (!existsSync(demonstrationKeysFile(dataDirectory))) {
    process.stderr.write(
      `There are no keys in ${dataDirectory} (DATA_DIR) yet, so some are made. A product that runs with another DATA_DIR refuses this token.\n`,
    );
  }
  const keys = await demonstrationKeys({ dataDirectory });
  process.stdout.write(
    `${await demonstrationToken({ person, privateKey: keys.token.privateKey, ...token })}\n`,
  );
});

function personAskedFor(args: string[]): SignedIn | null {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: { subject: { type: 'string' } },
      allowPositionals: true,
    });
    const [role, ...more] = positionals;
    if (role === undefined || more.length > 0) return null;
    return demonstrationPerson({
      role,
      ...(values.subject === undefined ? {} : { subject: values.subject }),
    });
  } catch {
    return null;
  }
}

function usage(): string {
  const people = demonstrationPeople.map(({ role, subject }) => `  ${role.padEnd(8)}  ${subject}`);
  return [
    'Usage: npm run --silent token -- ROLE [--subject ID], where ROLE and ID are one of:',
    ...people,
    '',
  ].join('\n');
}
