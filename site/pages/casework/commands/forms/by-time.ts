import type { ConsentGiven, SuspensionGround } from '../../../../operations/__generated__/operations';
import { CASE_COMMANDS } from '../../../../operations/case-commands.generated';
import { BODY_WORDS, RISK_WORDS } from '../../told-words';
import { choose, oneOf, ticked, yesNo } from '../fields/choices';
import { byDay, onDay } from '../fields/days';
import { dueWords, extendableWords, openLimits } from '../fields/limits';
import { words, wordsIf } from '../fields/words';
import { caseForm } from './case-form';

const CONSENT: Readonly<Record<ConsentGiven, string>> = {
  GIVEN: 'They agree to it',
  REFUSED: 'They do not agree to it',
};
const GROUNDS: Readonly<Record<SuspensionGround, string>> = {
  SAFEGUARDING: 'An enquiry that safeguards somebody takes precedence',
  PROCEEDINGS: 'A court, a tribunal, disciplinary or criminal proceedings would be prejudiced',
  ADVOCATE: 'An advocate is being arranged',
};
/** What starts, agrees, stops and extends the clocks of a complaint. */
export const byTime = {
  acknowledgeComplaint: caseForm('ACKNOWLEDGE', CASE_COMMANDS.acknowledgeComplaint, {
    definition: wordsIf('What is complained of, as it is understood', 'As the complainant was told'),
    on: onDay('The day on which they were told', dueWords('ACKNOWLEDGE')),
  }),
  agreePlan: caseForm('AGREE_PLAN', CASE_COMMANDS.agreePlan, {
    answerBy: byDay('The day of the answer, as it was agreed', {
      ...{ what: 'the day by which it was agreed to answer', hint: dueWords('ANSWER') },
    }),
    plan: wordsIf(
      'The plan, in words',
      'What is looked into, by whom, and what the complainant wants to come of it',
    ),
    on: onDay('The day on which it was agreed'),
  }),
  recordConsent: caseForm('RECORD_CONSENT', CASE_COMMANDS.recordConsent, {
    consent: oneOf('What the person concerned said', {
      ...{ words: CONSENT, missing: 'Choose what the person concerned said.' },
    }),
    on: onDay('The day on which they said it'),
  }),
  extendComplaint: caseForm('EXTEND', CASE_COMMANDS.extendComplaint, {
    limit: choose('What is extended', { missing: 'Choose what is extended.', items: openLimits }),
    to: byDay('The last day from now on', { what: 'the last day from now on', hint: extendableWords }),
    reason: words('Why', {
      ...{ missing: 'Say why, as the complainant is told.', hint: 'As the complainant is told' },
    }),
    on: onDay('The day on which they were told'),
    isForGoodReason: ticked(
      'More than the rule allows',
      'The reason is good enough for more (for officers to say)',
    ),
  }),
  suspendComplaint: caseForm('SUSPEND', CASE_COMMANDS.suspendComplaint, {
    ground: oneOf('On which ground', { words: GROUNDS, missing: 'Choose the ground.' }),
    reason: words('Why', { missing: 'Say why its clock is stopped.' }),
    on: onDay('The day from which it stands still'),
  }),
  resumeComplaint: caseForm('RESUME', CASE_COMMANDS.resumeComplaint, {
    on: onDay('The day on which it went on'),
  }),
  assessRisk: caseForm('ASSESS_RISK', CASE_COMMANDS.assessRisk, {
    risk: oneOf('How much harm may come of it', { words: RISK_WORDS, missing: 'Choose how much.' }),
    reason: wordsIf('Why'),
    on: onDay('The day on which it was assessed'),
  }),
  coordinateComplaint: caseForm('COORDINATE', CASE_COMMANDS.coordinateComplaint, {
    body: oneOf('With whom', { words: BODY_WORDS, missing: 'Choose with whom it is answered.' }),
    isLedHere: yesNo('Does the council give the one answer?', 'Say who gives the one answer.'),
    on: onDay('The day on which that was agreed'),
  }),
} as const;
