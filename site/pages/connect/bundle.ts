import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import type { StarterFile } from './read-tools';

/** Packs files into one, below a folder that is called as it is: what unpacks it, and Superset, takes the folder's contents. */
export async function bundled(name: string, files: readonly StarterFile[]): Promise<Buffer> {
  const zip = new ZipFile();
  const folder = name.replace(/\.zip$/, '');
  for (const { place, text } of files) zip.addBuffer(Buffer.from(text), `${folder}/${place}`);
  zip.end();
  return buffer(zip.outputStream);
}
