import { readFile } from 'node:fs/promises';
import { codeOf } from '../postgres/error-code';

/** The text of a file; null where it is not there. */
export async function textOf(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}
