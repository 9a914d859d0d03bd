import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};
const HASH_CHARACTERS = 12;

/** Gives the address of one of the site's files; it changes whenever the file does. */
export type AssetAddress = (name: string) => string;

/**
 * Serves what pages are drawn with: the files of `site/assets` and others made at the start, from memory, for a year,
 * under an address that holds a hash of the contents. Throws at the start for a file of a kind that pages do not use.
 */
export function serveAssets(
  app: FastifyInstance,
  root: string,
  made: Readonly<Record<string, string>>,
): AssetAddress {
  const directory = path.join(root, 'site', 'assets');
  const files = new Map<string, string>(Object.entries(made));
  for (const name of readdirSync(directory))
    files.set(name, readFileSync(path.join(directory, name), 'utf8'));
  const addresses = new Map<string, string>();
  for (const [name, content] of files) {
    const address = hashedAddress(name, content);
    const type = typeOf(name);
    addresses.set(name, address);
    app.get(address, { config: { isOpen: true } }, (_, reply) =>
      reply.header('cache-control', 'public, max-age=31536000, immutable').type(type).send(content),
    );
  }
  return (name) => {
    const address = addresses.get(name);
    if (address === undefined) throw new Error(`There is no file ${name} among the site's assets`);
    return address;
  };
}

function hashedAddress(name: string, content: string): string {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, HASH_CHARACTERS);
  const { name: base, ext } = path.parse(name);
  return `/assets/${base}.${hash}${ext}`;
}

function typeOf(name: string): string {
  const type = TYPES[path.extname(name)];
  if (type === undefined) throw new Error(`${name} is of no kind that pages use`);
  return type;
}
