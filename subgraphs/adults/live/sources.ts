import { toDay } from '../../../domain/calendar/day';
import type { LawSource } from '../../../domain/procedure/law';

/** Complaints made on or after this day are handled by SI 2009/309. */
export const IN_FORCE = toDay('2009-04-01');

/** The Local Authority Social Services and National Health Service Complaints (England) Regulations 2009. */
export const regulation = (paragraph: string): LawSource => ({
  law: 'SI 2009/309',
  paragraph,
  basis: 'STATUTE',
});

/** What the council chose itself. */
export const policy = (paragraph: string): LawSource => ({
  law: "The council's complaints policy",
  paragraph,
  basis: 'POLICY',
});

/** Enquiries where an adult is at risk come first. */
export const SUSPENSION = policy(
  'adults: while an enquiry under section 42 of the Care Act 2014, or proceedings, would be prejudiced',
);
