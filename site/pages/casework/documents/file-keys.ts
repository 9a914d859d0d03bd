import { createHash } from 'node:crypto';

/** The key of one file of a form, a UUID (RFC 9562, version 8): the same when the same form is sent again. */
export function fileKey(formKey: string, place: number): string {
  const hash = createHash('sha256').update(`${formKey}/${place}`).digest('hex');
  const parts = [hash.slice(0, 8), hash.slice(8, 12), `8${hash.slice(13, 16)}`, `8${hash.slice(17, 20)}`];
  return [...parts, hash.slice(20, 32)].join('-');
}
