import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { replaceFile } from '../../../platform/files/replace-file';
import type { Transport } from './transport';

const OWN_USER_ALONE = 0o700;

/** Puts each mail into a folder as a file that mail programs open. The same mail again is the same file. */
export const fileTransport = (folder: string): Transport => ({
  async hand({ name, raw }) {
    try {
      await mkdir(folder, { recursive: true, mode: OWN_USER_ALONE });
      // Every byte of it is ASCII: what is not is encoded.
      await replaceFile(path.join(folder, `${name}.eml`), raw.toString('latin1'));
      return { state: 'ACCEPTED' };
    } catch {
      return { state: 'LATER', says: 'The folder for mail cannot be written to.', isOfServer: true };
    }
  },
});
