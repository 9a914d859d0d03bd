import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { codeOf } from '../postgres/error-code';
import { textOf } from './text-of';

const OWNER_ONLY = 0o600;

/**
 * The text of a file that holds secrets, made at its first use, readable by its owner alone. Two processes that start at
 * once get the same text: whoever links first wins, and a link is there whole or not at all.
 */
export async function secretFile(file: string, make: () => string): Promise<string> {
  return (await textOf(file)) ?? (await made(file, make()));
}

async function made(file: string, text: string): Promise<string> {
  await mkdir(path.dirname(file), { recursive: true });
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, text, { mode: OWNER_ONLY, flag: 'wx' });
  try {
    await link(draft, file);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  } finally {
    await rm(draft, { force: true });
  }
  return readFile(file, 'utf8');
}
