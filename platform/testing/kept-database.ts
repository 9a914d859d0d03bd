import { createHash } from 'node:crypto';
import type { Client } from 'pg';
import { codeOf } from '../postgres/error-code';
import { closeDatabase } from '../postgres/migration/grants';
import { loginsFor } from '../postgres/migration/keyring';
import { asOwner } from '../postgres/migration/owner';
import { quoted } from '../postgres/names';
import { ensureOwnedDatabase } from '../postgres/owned-database';
import { asSuperuser, PASSWORD, testServerUrl } from './server';

/** How a kept database comes to be, and who logs in to it. */
export interface KeptDatabase {
  /** The same for what is the same within one run of the tests. */
  readonly key: string;
  readonly subgraphs: readonly { readonly name: string }[];
  /** Fills the empty database of this owner. Every connection to it must be closed at the end. */
  prepare(ownerUrl: string): Promise<void>;
}

/** Somebody is still leaving the database that is to be copied. */
const IN_USE = '55006';
const TRIES = 50;
const PAUSE_MILLIS = 20;

/**
 * A database as `prepare` left it, and its owner's address: prepared the first time, copied from then on, which takes a
 * tenth of the time. Copies bear the name of the first, since the logins of a database begin with its name; each worker
 * has its own, and so has a second one at the same time. Drop it as any other.
 */
export async function keptDatabase({ key, subgraphs, prepare }: KeptDatabase): Promise<string> {
  const superuserUrl = testServerUrl();
  return asSuperuser(async (client) => {
    const database = await freeName(client, key);
    const owned = { superuserUrl, database, owner: `${database}_owner`, password: PASSWORD };
    if (await isThere(client, untouched(database))) {
      await copy(client, { from: untouched(database), to: database });
      const ownerUrl = await ensureOwnedDatabase(owned);
      await client.query(`alter database ${quoted(database)} owner to ${quoted(owned.owner)}`);
      // A copy has the tables' grants, but not the database's own.
      await asOwner({ url: ownerUrl, alone: false }, (owner) => closeDatabase(owner, loginsFor(subgraphs)));
      return ownerUrl;
    }
    const ownerUrl = await ensureOwnedDatabase(owned);
    await prepare(ownerUrl);
    await copy(client, { from: database, to: untouched(database) });
    return ownerUrl;
  });
}

const untouched = (database: string): string => `${database}_untouched`;

async function freeName(client: Client, key: string): Promise<string> {
  const place = `${process.ppid} ${process.env.JEST_WORKER_ID ?? ''} ${key}`;
  const name = `test_${createHash('sha256').update(place).digest('hex').slice(0, 12)}`;
  for (let number = 1; ; number += 1) {
    if (!(await isThere(client, `${name}_${number}`))) return `${name}_${number}`;
  }
}

async function isThere(client: Client, database: string): Promise<boolean> {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [database]);
  return rowCount !== 0;
}

/** Its files are copied as they are, which takes half the time of writing them to the log: nothing is kept of this server. */
async function copy(client: Client, { from, to }: { from: string; to: string }): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await client.query(`create database ${quoted(to)} template ${quoted(from)} strategy file_copy`);
      return;
    } catch (error) {
      if (codeOf(error) !== IN_USE || tries === TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLIS));
    }
  }
}
