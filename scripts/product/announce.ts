import type { Settings } from '../../platform/config/settings';
import { settingsBeforeCommand } from './second-terminal';

/** Roles of the demonstration, and what each can be tried for. */
const SIGN_INS = [
  ['analyst', 'all figures and facts'],
  ['manager', 'the same, and the people and faults of the own services'],
  ['officer', 'the same, and the people of cleared streams'],
  ['partner', 'what concerns Stockport Homes'],
  ['auditor', 'the audit log, and no figure or complaint'],
  ['admin', 'figures, facts and imports'],
] as const;

/** Says where the product answers and how to sign in: the last thing a start prints. */
export function announce({
  settings,
  url,
  siteUrl,
  isCurrent,
}: {
  settings: Settings;
  url: string;
  /** Null where no site runs. */
  siteUrl: string | null;
  /** False while figures follow what was published before. */
  isCurrent: boolean;
}): void {
  const lines = [
    isCurrent
      ? `The product is ready.`
      : `The product answers. Figures still follow what was loaded; Health says when they have.`,
    ``,
    ...(siteUrl === null ? [] : [`  Open this in a browser:  ${settings.site.url ?? siteUrl}`, ``]),
    `  Page      ${url}`,
    `  GraphQL   ${url}/graphql`,
    `  Health    ${url}/health/ready`,
  ];
  if (settings.token.jwksUrl !== null) lines.push(``, `Sign in with your sign-in service (TOKEN_JWKS_URL).`);
  else if (!settings.production) lines.push(...signIns(settings, url));
  lines.push(``, `Ctrl-C stops it.`);
  process.stdout.write(`${lines.join('\n')}\n`);
}

function signIns(settings: Settings, url: string): string[] {
  const token = `${settingsBeforeCommand(settings)}npm run --silent token --`;
  return [
    ``,
    `Demonstration sign-ins (a token for each: ${token} ROLE):`,
    ``,
    ...SIGN_INS.map(([role, opens]) => `  ${role.padEnd(8)}  ${opens}`),
    ``,
    `Worklists are empty until a complaint is recorded. To see a team at work, in a second terminal:`,
    ``,
    `  ${settingsBeforeCommand(settings)}npm run --silent example-work`,
    ``,
    `Try a question there:`,
    ``,
    `  curl -s ${url}/graphql -H "authorization: Bearer $(${token} analyst)" \\`,
    `    -H 'content-type: application/json' \\`,
    `    -d '{"query":"{ measures(by: [STREAM, FINANCIAL_YEAR]) { rows { stream financialYear received } } }"}'`,
  ];
}
