import type { ArticleText } from '../check-article';

/** An article that comes with the product; which steps it is for stands in `steps.ts`. */
export type SeedArticle = Omit<ArticleText, 'steps' | 'enquiry_steps'> & { readonly id: string };

/** The team that answers for what every stream shares. */
export const CENTRAL_TEAM = 'Head of complaints';

/** Looked at once a year, like the annual report. */
export const YEARLY = '2027-03-31';

/** The Code is applied from 1 April 2026; what rests on it is looked at again after its first six months. */
export const AFTER_THE_FIRST_HALF_YEAR = '2026-10-01';
