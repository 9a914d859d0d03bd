import { toDay } from '../../../domain/calendar/day';
import type { LawSource } from '../../../domain/procedure/law';

/** When the Children Act 1989 Representations Procedure (England) Regulations 2006 came into force. */
export const IN_FORCE = toDay('2006-09-01');

/** The regulations, by the regulation. */
export const regulation = (paragraph: string): LawSource => ({
  law: 'SI 2006/1738',
  paragraph,
  basis: 'STATUTE',
});

/** The guidance that was issued with them. */
export const guidance = (paragraph: string): LawSource => ({
  law: 'Getting the Best from Complaints (2006)',
  paragraph,
  basis: 'CODE',
});

export const ADVOCACY: LawSource = {
  law: 'Children Act 1989',
  paragraph: 'section 26A',
  basis: 'STATUTE',
};
export const ACKNOWLEDGEMENT: LawSource = {
  law: "The council's complaints policy",
  paragraph: "children's stage 1: acknowledged in 2 working days",
  basis: 'POLICY',
};
export const WHO_MAY_COMPLAIN: LawSource = {
  law: 'Children Act 1989',
  paragraph: 'section 26(3)',
  basis: 'STATUTE',
};
export const FREEZING = regulation('regulation 8');
export const NOT_TAKEN = regulation('regulations 8 and 9');
