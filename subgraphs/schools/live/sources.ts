import { toDay } from '../../../domain/calendar/day';
import type { LawSource } from '../../../domain/procedure/law';

/** The law sets no limits, and so no day from which they hold: these begin with the oldest records that are held. */
export const SINCE = toDay('2000-01-01');

/** That there has to be a procedure, and that it is the governing body's. */
export const PROCEDURE: LawSource = {
  law: 'Education Act 2002',
  paragraph: 'section 29(1)',
  basis: 'STATUTE',
};

/** What the model policy for the council's schools chose: the law leaves it to them. */
export const model = (paragraph: string): LawSource => ({
  law: "The model complaints policy for the council's schools",
  paragraph,
  basis: 'POLICY',
});
export const ACKNOWLEDGEMENT = model('acknowledged in 3 school days');
export const NOT_TAKEN = model('what is not taken: admissions, exclusions, staff matters and others');
export const REPRESENTATIVES = model('representatives: the person concerned agrees');
