import { z } from 'zod';
import { oneOf, postgresUrl } from './fields';
import { hideSecrets } from './hide-secrets';
import type { SettingProblem } from './settings-error';

/** Whether partners can try the product with made-up records, and where these are kept. */
export const sandboxModel = z.object({
  SANDBOX: oneOf(['on', 'off']).optional(),
  SANDBOX_DATABASE_URL: postgresUrl.optional(),
});

export interface SandboxSettings {
  /** Whether keys of the sandbox lead anywhere: outside production they do, unless that is switched off. */
  readonly isOn: boolean;
  /** The owner of its database; null for an embedded server of its own, in a folder of the data directory. */
  readonly databaseUrl: string | null;
}

/** The settings of the sandbox as the product uses them. */
export const sandboxSettings = (
  { SANDBOX, SANDBOX_DATABASE_URL }: z.output<typeof sandboxModel>,
  { isProduction }: { readonly isProduction: boolean },
): SandboxSettings =>
  hideSecrets(
    {
      isOn: SANDBOX === undefined ? !isProduction : SANDBOX === 'on',
      databaseUrl: SANDBOX_DATABASE_URL ?? null,
    },
    ['databaseUrl'],
  );

/** What is wrong with where the sandbox would keep its records. `env` holds no blank settings. */
export function sandboxProblems(env: Readonly<Record<string, string>>): SettingProblem[] {
  const { SANDBOX, SANDBOX_DATABASE_URL: url, NODE_ENV } = env;
  const setting = 'SANDBOX_DATABASE_URL';
  if (url === undefined)
    return NODE_ENV === 'production' && SANDBOX === 'on'
      ? [
          {
            setting,
            says: 'is not set, and in production SANDBOX=on needs it. Write the owner of an empty database.',
          },
        ]
      : [];
  const isReal = Object.entries(env).some(
    ([name, value]) => name.startsWith('DATABASE_URL') && isOneDatabase(value, url),
  );
  return isReal
    ? [
        {
          setting,
          says: 'names the database of the records themselves. Write the owner of another, empty one.',
        },
      ]
    : [];
}

/** Whether two addresses are of one database, whoever logs in. */
function isOneDatabase(one: string, other: string): boolean {
  const placeOf = (url: string) => {
    const { hostname, port, pathname } = new URL(url);
    return `${hostname}:${port || '5432'}${pathname}`;
  };
  return URL.canParse(one) && URL.canParse(other) && placeOf(one) === placeOf(other);
}
