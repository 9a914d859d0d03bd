import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { runMain } from '../../scripts/product/refusal';
import { runProduct } from '../../scripts/testing/running-product';
import { DEMONSTRATION } from '../../scripts/testing/running-site';
import { makeRoot, settingsOf } from '../crash/place';
import { makeLogin } from '../exports/bi-login';
import type { Client, Place, Told } from './client';
import { duckdb } from './duckdb';
import { libreoffice } from './libreoffice';
import { pandas } from './pandas';
import { prepareTables } from './prepare-place';
import { psql } from './psql';

const CLIENTS: readonly Client[] = [psql, duckdb, libreoffice, pandas];
const SHOWN = 5;
const WRONG_USAGE = 2;
const USAGE = `Usage: npm run check:clients [-- CLIENT…], of ${CLIENTS.map(({ name }) => name).join(', ')}; all where none is named.

Starts the demonstration on a database of its own, takes every file and makes a login, then has real clients read them and compares
each cell with the file in JSON. What is missing is installed in a folder that goes again, but for LibreOffice (as root, from
Debian's packages); a client that cannot be had is told.
`;

/** `npm run check:clients`: clients that people use, over files and views. */
runMain(async () => {
  const names = process.argv.slice(2);
  const asked = CLIENTS.filter(({ name }) => names.length === 0 || names.includes(name));
  if (asked.length === 0 || asked.length < names.length) {
    process.stderr.write(USAGE);
    process.exitCode = WRONG_USAGE;
    return;
  }
  const root = makeRoot(os.tmpdir());
  try {
    process.exitCode = (await checked(root, asked)) ? 0 : 1;
  } finally {
    fs.rmSync(root, { recursive: true });
  }
});

/** Whether every client that is here read what it was to read. */
async function checked(root: string, clients: readonly Client[]): Promise<boolean> {
  const settings = settingsOf(path.join(root, 'data'));
  await DEMONSTRATION.fill(settings);
  const product = await runProduct(settings);
  try {
    const { address } = await makeLogin(product.database);
    const folder = path.join(root, 'files');
    fs.mkdirSync(folder);
    const place: Place = { folder, address, tables: await prepareTables(product, { folder, address }) };
    let isRight = true;
    for (const client of clients) isRight = (await isReadBy(client, place)) && isRight;
    return isRight;
  } finally {
    await product.stop();
    await product.database.stop();
  }
}

async function isReadBy(client: Client, place: Place): Promise<boolean> {
  const ready = await client.prepare(place);
  if ('lacking' in ready) {
    say(`${client.name}: not tried. ${ready.lacking}`);
    return true;
  }
  say(`${client.name} (${ready.version})`);
  const told = await client.read(place);
  for (const one of told) say(`  ${typeof one === 'string' ? one : sentence(one)}`);
  return told.every((one) => typeof one === 'string' || one.compared.differences.length === 0);
}

function sentence({ what, compared: { rows, cells, differences } }: Told): string {
  if (differences.length === 0) return `${what}: ${rows} rows, ${cells} cells, all the same`;
  return [`${what}: ${differences.length} DIFFERENT`, ...differences.slice(0, SHOWN)].join('\n    ');
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);
