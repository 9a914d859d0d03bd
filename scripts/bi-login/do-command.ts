import type { Settings } from '../../platform/config/settings';
import { asOwner } from '../../platform/postgres/migration/owner';
import { biLogins, makeBiLogin, revokeBiLogin } from '../../platform/records/bi-logins';
import type { BiLoginCommand } from './arguments';
import { noProductIn } from './no-product';

export interface Done {
  readonly isDone: boolean;
  readonly lines: readonly string[];
}

/** Does what was asked, as the owner of the database at `ownerUrl`. What cannot be done is told in a sentence. */
export function doBiLoginCommand(
  command: BiLoginCommand,
  { ownerUrl, smallNumbers }: { readonly ownerUrl: string } & Pick<Settings, 'smallNumbers'>,
): Promise<Done> {
  return asOwner({ url: ownerUrl, alone: true }, async (owner) => {
    const views = await owner.query(`select from pg_namespace where nspname = 'bi'`);
    if (views.length === 0) return notDone(noProductIn(`the database ${owner.database}`));
    if (command.name === 'list') return done(...(await biLogins(owner)));
    if (command.name === 'revoke')
      return (await revokeBiLogin(owner, command.login))
        ? done(`${command.login} is ended.`)
        : notDone(`There is no login ${command.login}. \`list\` tells those that there are.`);
    const { audience, asJson } = command;
    if (smallNumbers.has(audience))
      return notDone(
        `Small numbers are not told to the role ${audience} (SMALL_NUMBERS), and single records could be counted. Ask /exports/measures for figures.`,
      );
    const { login, password, options } = await makeBiLogin(owner, audience);
    const address = new URL(ownerUrl);
    Object.assign(address, { protocol: 'postgres:', username: login, password });
    // Not every driver takes a plus for a blank.
    address.search = `?options=${encodeURIComponent(options)}`;
    return done(asJson ? JSON.stringify({ login, address: address.href }) : address.href);
  });
}

const done = (...lines: string[]): Done => ({ isDone: true, lines });
const notDone = (line: string): Done => ({ isDone: false, lines: [line] });
