import type { EnquiryBody } from './enquiry';

/** How many digits a reference of each body has: `24 006 582`, of which the first two tell the year, and `202305080`. */
const DIGITS: Readonly<Record<EnquiryBody, { readonly count: number; readonly example: string }>> = {
  LGSCO: { count: 8, example: '24 006 582' },
  HOUSING: { count: 9, example: '202305080' },
};

/** An ombudsman's reference as cases are told apart by it: its digits. Null for one that is not of the body's shape. */
export function bodyReferenceKey(body: EnquiryBody, written: string): string | null {
  if (!/^[\d\s-]+$/.test(written)) return null;
  const digits = written.replace(/\D+/g, '');
  return digits.length === DIGITS[body].count ? digits : null;
}

/** The reference as it is shown, whatever its spaces were. */
export const bodyReference = (body: EnquiryBody, key: string): string =>
  body === 'LGSCO' ? `${key.slice(0, 2)} ${key.slice(2, 5)} ${key.slice(5)}` : key;

/** What a reference of the body looks like, for a refusal. */
export const referenceExample = (body: EnquiryBody): string => DIGITS[body].example;
