/** Whose rows a login reads. Whatever a login sets, it can be somebody of these: all of them see the same rows. */
const AUDIENCES = ['analyst'] as const;

export type BiLoginCommand =
  | { readonly name: 'create'; readonly audience: (typeof AUDIENCES)[number]; readonly asJson: boolean }
  | { readonly name: 'revoke'; readonly login: string }
  | { readonly name: 'list' };

/** How the command is used. */
export const USAGE = `Usage: npm run --silent bi-login -- AUDIENCE [--json]   makes a login, and prints its address this once
       npm run --silent bi-login -- revoke LOGIN       ends it, and whatever it has open
       npm run --silent bi-login -- list               every login, one on a line

AUDIENCE is analyst. Partners take files, which end with their agreement: docs/how-to/download-the-records.md.
`;

/** Reads the command's arguments; null where they are used in another way than the usage says. */
export function readBiLoginCommand(args: readonly string[]): BiLoginCommand | null {
  const asJson = args.includes('--json');
  const [first, second, ...more] = args.filter((each) => each !== '--json');
  if (more.length > 0) return null;
  if (first === 'revoke') return second === undefined || asJson ? null : { name: 'revoke', login: second };
  if (second !== undefined) return null;
  if (first === 'list') return { name: 'list' };
  const audience = AUDIENCES.find((each) => each === first);
  return audience === undefined ? null : { name: 'create', audience, asJson };
}
