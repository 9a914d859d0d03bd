import { createHash } from 'node:crypto';
import type { OmbudsmanBody } from '../../../contracts/ombudsman-body';

/** The id of a case: the same whenever it is loaded, so that links to it last. */
export function caseIdFor({ body, referenceKey }: { body: OmbudsmanBody; referenceKey: string }): string {
  const hex = createHash('sha256').update(`ombudsman\n${body}\n${referenceKey}`).digest('hex');
  return `ombudsman-${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** A reference as it is compared, typed by hand on one side: spaces and case aside. */
export const referenceKey = (reference: string): string => reference.replace(/\s+/g, '').toUpperCase();

/**
 * The digits of a reference typed by hand (`#100 278577`, `CRM-100278577`), null where it has none. They find only
 * references that are digits and nothing else.
 */
export const referenceDigits = (reference: string): string | null =>
  reference.replace(/[^0-9]+/g, '') || null;
