import type { DuplicateReasonCode } from '../tables/duplicates';

/** Received so many days apart, two records may be one complaint. */
export const NEAR_DAYS = 28;

/** With the same words in both, so many: later it is another complaint in similar words. */
export const FAR_DAYS = 365;

/**
 * A name or an address that more records of other systems have, within the days that count, identifies nobody; nor do
 * words that more records have.
 */
export const MOST_CANDIDATES = 20;

/** Suggestions for one record. */
export const MOST_SUGGESTIONS = 5;

/** The same words: at least so many in common, and so large a part of all that either has. */
export const FEWEST_WORDS = 4;
export const WORDS_IN_COMMON = 0.6;

/** What each reason weighs, the heaviest first: pairs are listed by the sum, and the heaviest are kept. */
export const WEIGHTS: Readonly<Record<DuplicateReasonCode, number>> = {
  NAMES_REFERENCE: 16,
  LIKE_REFERENCE: 16,
  SAME_EMAIL: 6,
  SAME_WORDS: 5,
  SAME_NAME: 3,
  SAME_POSTCODE: 3,
  NEAR_IN_TIME: 2,
};
