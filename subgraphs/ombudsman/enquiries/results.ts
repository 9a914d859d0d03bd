import type { EnquiryRefusal } from '../../../domain/enquiries/enquiry';
import type { EnquiryRule } from '../../../domain/enquiries/enquiry-procedure';
import type { Refused } from '../../../platform/server/refusal';
import type { CaseRow } from '../tables';
import type { EntryRow } from './tables';

/** Something that may be done to a case of that body. */
export interface ShownPermitted {
  readonly rule: EnquiryRule;
  readonly body: CaseRow['body'];
}

/** That a command was done. */
export interface EnquiryDone {
  readonly __typename: 'OmbudsmanCommandDone';
  readonly caseId: string;
  readonly entry: EntryRow;
  readonly version: number;
}

export interface EnquiryRefused
  extends Refused<'OmbudsmanCommandRefused'>,
    Pick<EnquiryRefusal, 'source' | 'part'> {
  readonly permitted: readonly ShownPermitted[];
}

export interface EnquiryChanged extends Refused<'OmbudsmanCaseChanged'> {
  readonly version: number;
  readonly since: readonly EntryRow[];
}

export interface EnquiryUnusable extends Refused<'CommandUnusable'> {
  readonly part: string;
}

/** What becomes of a command on an ombudsman's case. */
export type EnquiryResult =
  | EnquiryDone
  | EnquiryRefused
  | EnquiryChanged
  | EnquiryUnusable
  | Refused<'OmbudsmanCaseNotFound'>;

/** A rule is in the way, and says so in its own words. */
export const enquiryRefused = (
  { code, message, source, part }: EnquiryRefusal,
  permitted: readonly ShownPermitted[] = [],
): EnquiryRefused => ({ __typename: 'OmbudsmanCommandRefused', code, message, source, part, permitted });

/** Somebody was there before, and did this. */
export const enquiryChanged = (version: number, since: readonly EntryRow[]): EnquiryChanged => ({
  __typename: 'OmbudsmanCaseChanged',
  code: 'OMBUDSMAN_CASE_CHANGED',
  message:
    'Somebody else changed the case meanwhile. Look at what they did, and say again what is to be done.',
  ...{ version, since },
});

/** A part of the command cannot be meant, whatever the procedure says. */
export const enquiryUnusable = (part: string, message: string): EnquiryUnusable => ({
  ...{ __typename: 'CommandUnusable', code: 'COMMAND_UNUSABLE', message, part },
});

/** The same whether there is no such case, or the caller does not work on it. */
export const enquiryNotFound = (): Refused<'OmbudsmanCaseNotFound'> => ({
  __typename: 'OmbudsmanCaseNotFound',
  code: 'OMBUDSMAN_CASE_NOT_FOUND',
  message: 'There is no such case that you work on.',
});
