import { dayWords } from '../../../../domain/figures/days';
import type { EnquiryCommandCameFragment, EnquiryEvent } from '../../../operations/__generated__/operations';
import { ENQUIRY_COMMANDS } from '../../../operations/enquiry-commands.generated';
import { type CommandForm, commandForm, type Target } from '../../casework/commands/command-form';
import { chooseNumber, oneOf } from '../../casework/commands/fields/choices';
import { byDay, byDayIf, onDay } from '../../casework/commands/fields/days';
import { words, wordsIf } from '../../casework/commands/fields/words';
import { lawWords } from '../../casework/law-words';
import { decision } from './decision-field';
import type { EnquirySeen } from './enquiry-seen';
import { COMPLIANCE_WORDS, REMEDY_WORDS } from './words';

/** A command on an ombudsman's case as people ask for it. */
export interface EnquiryForm extends CommandForm<EnquirySeen, EnquiryCommandCameFragment> {
  readonly event: EnquiryEvent;
}

type Parts<Taken extends Target> = Parameters<
  typeof commandForm<EnquirySeen, EnquiryCommandCameFragment, Taken>
>;

const form = <Taken extends Target>(
  event: EnquiryEvent,
  operations: Parts<Taken>[0],
  fields: Parts<Taken>[1],
): EnquiryForm => ({ event, ...commandForm(operations, fields) });

/** By when an open limit wants it, and where that is written. */
const due =
  (name: string) =>
  ({ work }: EnquirySeen): string | null => {
    const limit = work.deadlines.find((each) => each.name === name && each.metOn === null);
    return limit?.dueOn ? `In time until ${dayWords(limit.dueOn)}. ${lawWords(limit.source)}` : null;
  };

const openRemedies = ({ work }: EnquirySeen) =>
  (work.remedies ?? []).flatMap(({ text, doneOn }, index) =>
    doneOn === null ? [{ value: String(index + 1), text: text ?? `Remedy ${index + 1}` }] : [],
  );

const inShort = (label: string) => wordsIf<EnquirySeen>(label, 'In short');

/** The forms of all commands on an ombudsman's case, by their mutations without its name. */
export const ENQUIRY_FORMS: Readonly<Record<keyof typeof ENQUIRY_COMMANDS, EnquiryForm>> = {
  replyToEnquiry: form('REPLY', ENQUIRY_COMMANDS.replyToEnquiry, {
    words: inShort('What was replied'),
    on: onDay('The day on which it was sent', due('REPLY')),
  }),
  extendReply: form('EXTEND_REPLY', ENQUIRY_COMMANDS.extendReply, {
    to: byDay('The new day', { what: 'the new day', hint: due('REPLY') }),
    reason: words('Why', { missing: 'Say why the ombudsman agreed to it.' }),
  }),
  recordDraftDecision: form('DRAFT', ENQUIRY_COMMANDS.recordDraftDecision, {
    on: onDay('The day on which it came'),
    commentsDueOn: byDayIf('By when the ombudsman wants comments', {
      ...{ what: 'the day by which comments are wanted', hint: 'Left empty, by the council’s own days' },
    }),
    words: inShort('What it says'),
  }),
  commentOnDraft: form('COMMENT', ENQUIRY_COMMANDS.commentOnDraft, {
    words: inShort('What was said'),
    on: onDay('The day on which they were sent', due('COMMENTS')),
  }),
  recordDecision: form('DECIDE', ENQUIRY_COMMANDS.recordDecision, { input: decision }),
  closeCaseAsPremature: form('REFER_BACK', ENQUIRY_COMMANDS.closeCaseAsPremature, {
    on: onDay('The day on which it was referred back'),
    words: inShort('What was said'),
  }),
  withdrawCase: form('WITHDRAW', ENQUIRY_COMMANDS.withdrawCase, {
    on: onDay('The day on which it ended'),
    words: inShort('What was said'),
  }),
  addRemedy: form('ADD_REMEDY', ENQUIRY_COMMANDS.addRemedy, {
    text: words('What is to be done', { missing: 'Write what is to be done.', hint: 'Without names' }),
    kind: oneOf('For whom it is', { words: REMEDY_WORDS, missing: 'Choose for whom it is.' }),
    dueOn: byDayIf('By when', {
      ...{ what: 'the day by which it is to be done', hint: 'Left empty, by the council’s own days' },
    }),
  }),
  completeRemedy: form('COMPLETE_REMEDY', ENQUIRY_COMMANDS.completeRemedy, {
    remedy: chooseNumber('Which remedy', { missing: 'Choose the remedy.', items: openRemedies }),
    words: inShort('What shows that it was done'),
    on: onDay('The day on which it was done'),
  }),
  recordCompliance: form('COMPLY', ENQUIRY_COMMANDS.recordCompliance, {
    compliance: oneOf('What the ombudsman said', {
      ...{ words: COMPLIANCE_WORDS, missing: 'Choose what the ombudsman said.' },
    }),
    words: inShort('What else was said'),
    on: onDay('The day on which it said so'),
  }),
  noteCase: form('NOTE', ENQUIRY_COMMANDS.noteCase, {
    words: words('The note', { missing: 'Write the note.' }),
  }),
};
