import { toDay } from '../../../domain/calendar/day';
import type { Basis, LawSource } from '../../../domain/procedure/law';

/** When the Children Act 1989 Representations Procedure (England) Regulations 2006 came into force. */
export const IN_FORCE = toDay('2006-09-01');

const written =
  (law: string, basis: Basis) =>
  (paragraph: string): LawSource => ({ law, paragraph, basis });

/** Those regulations. */
export const regulation = written('SI 2006/1738', 'STATUTE');
/** The guidance that was issued with them. */
export const guidance = written('Getting the Best from Complaints (2006)', 'CODE');
const act = written('Children Act 1989', 'STATUTE');
const policy = written("The council's complaints policy", 'POLICY');

export const ADVOCACY = act('section 26A');
export const WHO_MAY_COMPLAIN = act('section 26(3)');
export const ACKNOWLEDGEMENT = policy("children's stage 1: acknowledged in 2 working days");
export const FREEZING = regulation('regulation 8');
export const NOT_TAKEN = regulation('regulations 8 and 9');
