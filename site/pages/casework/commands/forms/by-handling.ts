import type { RefusalReason } from '../../../../operations/__generated__/operations';
import { CASE_COMMANDS } from '../../../../operations/case-commands.generated';
import { chooseIf, oneOf } from '../fields/choices';
import { otherComplaint } from '../fields/complaint';
import { byDay, onDay } from '../fields/days';
import { partyAsKept, theParty } from '../fields/party';
import { person } from '../fields/people';
import { words, wordsIf } from '../fields/words';
import { caseForm } from './case-form';

const why = (missing: string, hint?: string) => words('Why', { missing, ...(hint && { hint }) });

const REFUSAL_REASONS: Readonly<Record<RefusalReason, string>> = {
  OUTSIDE_SCOPE: 'It is not for this procedure',
  NO_CONSENT: 'The person concerned does not agree',
};

/** Who has a complaint, where it belongs, and how it ends without an answer. */
export const byHandling = {
  assignComplaint: caseForm('ASSIGN', CASE_COMMANDS.assignComplaint, {
    to: person('To whom', 'The name that they sign in with. Left empty, nobody by themselves has it'),
    group: chooseIf('Or to which group', { none: 'No group', items: ({ groups }) => groups }),
    serviceId: chooseIf('The service that it is about', {
      ...{ none: 'As before', items: ({ services }) => services },
    }),
  }),
  acceptComplaint: caseForm('ACCEPT', CASE_COMMANDS.acceptComplaint, {}),
  handBackComplaint: caseForm('HAND_BACK', CASE_COMMANDS.handBackComplaint, {
    reason: why('Say why, for whoever gets it next.', 'Whoever gets it next reads it'),
  }),
  noteComplaint: caseForm('NOTE', CASE_COMMANDS.noteComplaint, {
    note: words('The note', { missing: 'Write the note.' }),
  }),
  linkComplaint: caseForm('LINK', CASE_COMMANDS.linkComplaint, {
    other: otherComplaint('The other complaint', 'Its reference. It has to be of the same stream'),
  }),
  changeParty: caseForm('CHANGE_PARTY', CASE_COMMANDS.changeParty, { party: theParty, input: partyAsKept }),
  mergeComplaint: caseForm('MERGE', CASE_COMMANDS.mergeComplaint, {
    into: otherComplaint(
      'The complaint that goes on',
      'Its reference. This one ends, and its answer is there',
    ),
    on: onDay('The day on which they were joined'),
  }),
  withdrawComplaint: caseForm('WITHDRAW', CASE_COMMANDS.withdrawComplaint, {
    on: onDay('The day on which they withdrew it'),
    reason: wordsIf('Why, where they said'),
  }),
  refuseComplaint: caseForm('REFUSE', CASE_COMMANDS.refuseComplaint, {
    closureReason: oneOf('Why', { words: REFUSAL_REASONS, missing: 'Choose why it is not taken.' }),
    reason: words('In words', {
      ...{
        missing: 'Say why, as the complainant is told.',
        hint: 'As the complainant is told, with where they may go',
      },
    }),
    on: onDay('The day on which they were told'),
  }),
  settleConcern: caseForm('SETTLE', CASE_COMMANDS.settleConcern, {
    on: onDay(
      'The day on which it was settled',
      'It is no complaint then: what was said and who said it is not kept',
    ),
  }),
  reopenComplaint: caseForm('REOPEN', CASE_COMMANDS.reopenComplaint, {
    reason: why('Say why it is opened again.'),
    on: onDay('The day on which it was opened again'),
  }),
  correctDate: caseForm('CORRECT_DATE', CASE_COMMANDS.correctDate, {
    which: oneOf('Which day', {
      words: { RECEIVED: 'Of receipt', ACKNOWLEDGED: 'Of the acknowledgement', ANSWERED: 'Of the answer' },
      missing: 'Choose which day is wrong.',
    }),
    to: byDay('The day that is right', { what: 'the day that is right' }),
    reason: why('Say why the day that was recorded is wrong.', 'What stood before stays in what happened'),
  }),
} as const;
