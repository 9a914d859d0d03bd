import { type Day, toDay } from '../calendar/day';
import type { EnquiryBody, EnquiryEvent, EnquiryStateName } from './enquiry';
import { ENQUIRY_LAW, type SourceOfBody } from './enquiry-law';

const NONE: SourceOfBody = { LGSCO: null, HOUSING: null };

/** In which states something may happen to an ombudsman's case, and where it leads. */
export interface EnquiryRule {
  readonly event: Exclude<EnquiryEvent, 'record' | 'takeOver'>;
  readonly from: readonly EnquiryStateName[];
  /** `DECIDED` leads to `CLOSED` where nothing is to be done; `SAME` stays. */
  readonly leads: EnquiryStateName | 'SAME';
  readonly sources: SourceOfBody;
}

/** A state as people say it, and whether nothing more is to be done in it. */
export const ENQUIRY_STATE_RULES: Readonly<
  Record<EnquiryStateName, { readonly title: string; readonly isEnded: boolean }>
> = {
  ENQUIRY: { title: 'Waits for our reply', isEnded: false },
  REPLIED: { title: 'Replied to', isEnded: false },
  DRAFT: { title: 'A decision is drafted', isEnded: false },
  DECIDED: { title: 'Decided, with something to be done', isEnded: false },
  REMEDY: { title: 'Remedies are being done, or wait to be accepted', isEnded: false },
  COMPLIED: { title: 'Complied with', isEnded: true },
  CLOSED: { title: 'Closed', isEnded: true },
};

const UNDECIDED = ['ENQUIRY', 'REPLIED', 'DRAFT'] as const;

/** An ombudsman's case as data: what may happen, in which states. It begins as an enquiry. */
export const ENQUIRY_PROCEDURE: readonly EnquiryRule[] = [
  { event: 'reply', from: ['ENQUIRY'], leads: 'REPLIED', sources: ENQUIRY_LAW.reply },
  { event: 'extendReply', from: ['ENQUIRY'], leads: 'SAME', sources: ENQUIRY_LAW.reply },
  { event: 'draft', from: ['ENQUIRY', 'REPLIED'], leads: 'DRAFT', sources: ENQUIRY_LAW.comments },
  { event: 'comment', from: ['DRAFT'], leads: 'SAME', sources: ENQUIRY_LAW.comments },
  { event: 'decide', from: UNDECIDED, leads: 'DECIDED', sources: ENQUIRY_LAW.decision },
  { event: 'referBack', from: UNDECIDED, leads: 'CLOSED', sources: ENQUIRY_LAW.premature },
  { event: 'withdraw', from: UNDECIDED, leads: 'CLOSED', sources: ENQUIRY_LAW.withdrawal },
  { event: 'addRemedy', from: ['DECIDED', 'REMEDY'], leads: 'REMEDY', sources: ENQUIRY_LAW.remedy },
  { event: 'completeRemedy', from: ['REMEDY'], leads: 'SAME', sources: ENQUIRY_LAW.remedy },
  { event: 'comply', from: ['DECIDED', 'REMEDY'], leads: 'COMPLIED', sources: ENQUIRY_LAW.compliance },
  {
    event: 'note',
    from: [...UNDECIDED, 'DECIDED', 'REMEDY', 'COMPLIED', 'CLOSED'],
    leads: 'SAME',
    sources: NONE,
  },
];

/** What may happen to a case in a state. */
export const permittedInEnquiry = (state: EnquiryStateName): readonly EnquiryRule[] =>
  ENQUIRY_PROCEDURE.filter(({ from }) => from.includes(state));

/** How long something may take where the ombudsman names no day. */
export interface OwnDays {
  readonly inForceFrom: Day;
  readonly name: 'REPLY' | 'COMMENTS' | 'PERSONAL' | 'SERVICE_IMPROVEMENT';
  readonly count: Readonly<Record<EnquiryBody, number>>;
  readonly unit: 'WORKING_DAY' | 'WEEK' | 'MONTH';
}

/** Of one name in the order of their days: the last that was in force counts. */
export const OWN_ENQUIRY_DAYS: readonly OwnDays[] = [
  {
    ...{ name: 'REPLY', inForceFrom: toDay('2018-01-01'), unit: 'WORKING_DAY' },
    count: { LGSCO: 20, HOUSING: 15 },
  },
  {
    ...{ name: 'COMMENTS', inForceFrom: toDay('2018-01-01'), unit: 'WORKING_DAY' },
    count: { LGSCO: 10, HOUSING: 10 },
  },
  {
    ...{ name: 'PERSONAL', inForceFrom: toDay('2018-01-01'), unit: 'WEEK' },
    count: { LGSCO: 4, HOUSING: 4 },
  },
  {
    ...{ name: 'SERVICE_IMPROVEMENT', inForceFrom: toDay('2018-01-01'), unit: 'MONTH' },
    count: { LGSCO: 3, HOUSING: 3 },
  },
];
