import { hash } from 'node:crypto';

/**
 * What shows whether two copies of a record say the same, white space aside: equal for equal cells in equal order once
 * all white space is taken out of each. SHA-256 in base64url, 43 characters. Short cells could be
 * guessed from it, so it is guarded like the record itself.
 */
export function contentHash(cells: readonly string[]): string {
  let content = '';
  // No cell holds white space any more, so a line break parts them without doubt.
  for (const cell of cells) content += `${cell.replace(/\s+/g, '')}\n`;
  return hash('sha256', content, 'base64url');
}
