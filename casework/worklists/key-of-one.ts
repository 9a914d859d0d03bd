import { createHash } from 'node:crypto';

/** The key of the command on one of many complaints: a UUID that follows from the whole's and the complaint. */
export function keyOfOne(key: string, id: string): string {
  const hash = createHash('sha256').update(`${key.toLowerCase()}/${id}`).digest('hex');
  const variant = ((Number.parseInt(hash.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  return [
    ...[hash.slice(0, 8), hash.slice(8, 12), `8${hash.slice(13, 16)}`, `${variant}${hash.slice(17, 20)}`],
    hash.slice(20, 32),
  ].join('-');
}
