import { type Keyring, loginsFor, readKeyring } from './migration/keyring';
import { asOwner } from './migration/owner';
import { loginName, OUTBOX_READER } from './names';
import { DatabaseRefusal } from './refusal';

/** The addresses that subgraphs log in with, each as its own login. */
export interface Logins {
  /** The address for a subgraph's name, or for 'outbox_reader'. Throws for a name that was not migrated. */
  urlOf(name: string): string;
  /** The address of the outbox's reader in the database where this subgraph's schema lives. */
  outboxReaderUrlOf(subgraph: string): string;
}

/** The owner's address: one for all subgraphs, or one for each where schemas live in databases of their own. */
export type OwnerUrl = string | ((subgraph: string) => string);

/** One database and those of the subgraphs that live in it. */
export interface Home<Item> {
  readonly ownerUrl: string;
  readonly subgraphs: readonly Item[];
}

/** Sorts subgraphs by the database that they live in. */
export function homesOf<Item extends { readonly name: string }>(
  ownerUrl: OwnerUrl,
  subgraphs: readonly Item[],
): Home<Item>[] {
  const homes = new Map<string, Item[]>(typeof ownerUrl === 'string' ? [[ownerUrl, []]] : []);
  for (const subgraph of subgraphs) {
    const url = typeof ownerUrl === 'string' ? ownerUrl : ownerUrl(subgraph.name);
    homes.set(url, [...(homes.get(url) ?? []), subgraph]);
  }
  return [...homes].map(([url, items]) => ({ ownerUrl: url, subgraphs: items }));
}

/** A home with what its logins need: the database's name, which theirs begin with, and their passwords. */
export interface OpenHome {
  readonly ownerUrl: string;
  readonly database: string;
  readonly subgraphs: readonly { readonly name: string }[];
  readonly ring: Keyring;
}

/** Logins for the subgraphs of all homes. */
export function loginsOf(homes: readonly OpenHome[]): Logins {
  const urls = new Map<string, string>();
  const readers = new Map<string, string>();
  for (const home of homes) {
    const of = (name: string): string => loginUrl(home, name);
    for (const { name } of home.subgraphs) {
      urls.set(name, of(name));
      readers.set(name, of(OUTBOX_READER));
    }
    if (!urls.has(OUTBOX_READER)) urls.set(OUTBOX_READER, of(OUTBOX_READER));
  }
  return { urlOf: (name) => lookUp(urls, name), outboxReaderUrlOf: (name) => lookUp(readers, name) };
}

/**
 * The logins that a migration made, for a process that does not migrate (a part alone, the importer).
 * Refuses when the database has not been migrated for one of the subgraphs.
 */
export async function loadLogins({
  ownerUrl,
  subgraphs,
}: {
  ownerUrl: OwnerUrl;
  subgraphs: readonly { readonly name: string }[];
}): Promise<Logins> {
  const homes: OpenHome[] = [];
  for (const home of homesOf(ownerUrl, subgraphs)) {
    homes.push(
      await asOwner({ url: home.ownerUrl, alone: false }, async (owner) => ({
        ...home,
        database: owner.database,
        ring: await readKeyring(owner),
      })),
    );
  }
  for (const { subgraphs: items, database, ring } of homes) {
    const lacking = loginsFor(items).find((subgraph) => !ring.has(loginName({ database, subgraph })));
    if (lacking)
      throw new DatabaseRefusal(
        `The database has not been prepared for ${lacking}. Run npm start once, with the same settings.`,
      );
  }
  return loginsOf(homes);
}

function loginUrl({ ownerUrl, database, ring }: OpenHome, subgraph: string): string {
  const login = loginName({ database, subgraph });
  const url = new URL(ownerUrl);
  url.username = encodeURIComponent(login);
  url.password = encodeURIComponent(ring.get(login) ?? '');
  return url.href;
}

function lookUp(urls: ReadonlyMap<string, string>, name: string): string {
  const url = urls.get(name);
  if (url === undefined) throw new Error(`No login was made for "${name}"`);
  return url;
}
