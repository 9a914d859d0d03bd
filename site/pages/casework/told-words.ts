import type { OtherBody, Risk } from '../../operations/__generated__/operations';

/** How much harm may come of a complaint, in words. */
export const RISK_WORDS: Readonly<Record<Risk, string>> = {
  LOW: 'Little',
  MODERATE: 'Some',
  HIGH: 'Much, or soon',
};

/** With whom a complaint may be answered together, in words. */
export const BODY_WORDS: Readonly<Record<OtherBody, string>> = {
  NHS: 'A body of the National Health Service',
  CARE_PROVIDER: 'Somebody who provides care for the council',
  OTHER_COUNCIL: 'Another council',
};
