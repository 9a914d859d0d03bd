import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { demonstrationPeople, demonstrationPerson } from '../demo/people';
import { demonstrationPrograms, programRoles } from '../demo/sign-in/programs';
import { readSettings, type Settings } from '../platform/config/settings';
import {
  type DemonstrationKeys,
  demonstrationKeys,
  demonstrationKeysFile,
} from '../platform/identity/demonstration-keys';
import { demonstrationToken } from '../platform/identity/demonstration-token';
import type { SignedIn } from '../platform/identity/identity';
import { expectedIssuer } from './product/demonstration-issuer';
import { runMain } from './product/refusal';

const WRONG_USAGE = 2;

/**
 * `npm run --silent token -- ROLE [--subject ID]`: a bearer token for one of the demonstration's people. `-- program ROLE`:
 * with what one of its programs gets a token for itself.
 */
runMain(async () => {
  const args = process.argv.slice(2);
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(usage());
    return;
  }
  const person = personAskedFor(args);
  const programRole = programAskedFor(args);
  if (person === null && programRole === null) {
    process.stderr.write(usage());
    process.exit(WRONG_USAGE);
  }
  const settings = readSettings(process.env, { part: 'import' });
  const { production, dataDirectory, token } = settings;
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
  const said =
    person === null
      ? credentialsOf(programRole, { settings, keys })
      : await demonstrationToken({ person, privateKey: keys.token.privateKey, ...token });
  process.stdout.write(`${said}\n`);
});

/** As JSON: where a program asks for its token, as whom, and with which secret. */
function credentialsOf(
  role: string | null,
  { settings, keys }: { readonly settings: Settings; readonly keys: DemonstrationKeys },
): string {
  const programs = demonstrationPrograms(keys.token.privateKey);
  const program = programs.find(({ signedIn }) => signedIn.role === role);
  return JSON.stringify({
    tokenEndpoint: `${expectedIssuer(settings)}/token`,
    clientId: program?.clientId,
    clientSecret: program?.clientSecret,
  });
}

/** The role of the program that is asked for; null where none is. */
function programAskedFor([what, role = '', ...more]: readonly string[]): string | null {
  return what === 'program' && more.length === 0 && programRoles.includes(role) ? role : null;
}

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
    'Or: npm run --silent token -- program ROLE, where ROLE is one of:',
    `  ${programRoles.join(', ')}: with what a program gets a token for itself, as JSON`,
    '',
  ].join('\n');
}
