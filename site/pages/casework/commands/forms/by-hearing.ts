import type { Appointment } from '../../../../operations/__generated__/operations';
import { CASE_COMMANDS } from '../../../../operations/case-commands.generated';
import { oneOf } from '../fields/choices';
import { byDay, onDay } from '../fields/days';
import { findings } from '../fields/findings';
import { dueWords } from '../fields/limits';
import { onePerson, panelAgain, people } from '../fields/people';
import { pointLines } from '../fields/words';
import { caseForm } from './case-form';

const APPOINTMENTS: Readonly<Record<Appointment, string>> = {
  INVESTIGATING_OFFICER: 'Investigating officer',
  INDEPENDENT_PERSON: 'Independent person',
  ADJUDICATING_OFFICER: 'Adjudicating officer',
};
const WHO =
  'The name is kept with the complaint. The id is the sign-in of who has one, or an id that is used for this person everywhere, such as j-doe';
const MEMBERS = {
  ...{ count: 4, missing: 'Name who sits on it.', hint: WHO },
};

/** Advocates, investigations and panels. */
export const byHearing = {
  arrangeAdvocate: caseForm('ARRANGE_ADVOCATE', CASE_COMMANDS.arrangeAdvocate, {
    on: onDay('The day on which the advocate was arranged'),
  }),
  appointPerson: caseForm('APPOINT', CASE_COMMANDS.appointPerson, {
    as: oneOf('As what', { words: APPOINTMENTS, missing: 'Choose as what.' }),
    person: onePerson('Whom', { missing: 'Name who is appointed.', hint: WHO }),
  }),
  agreeStatement: caseForm('AGREE_STATEMENT', CASE_COMMANDS.agreeStatement, {
    points: pointLines('Its elements', 'Each on a line of its own: the investigation finds on each'),
    on: onDay('The day on which it was agreed in writing'),
  }),
  reportInvestigation: caseForm('REPORT_INVESTIGATION', CASE_COMMANDS.reportInvestigation, {
    findings: findings('What was found of each element'),
    on: onDay('The day of the report'),
  }),
  arrangePanel: caseForm('ARRANGE_PANEL', CASE_COMMANDS.arrangePanel, {
    members: people('Who sits on it', MEMBERS),
    on: byDay('The day on which it is to meet', {
      ...{ what: 'the day on which it is to meet', hint: dueWords('PANEL_MEETING') },
    }),
  }),
  holdPanel: caseForm('HOLD_PANEL', CASE_COMMANDS.holdPanel, {
    members: panelAgain('Who sat on it', MEMBERS),
    on: onDay('The day on which it met', dueWords('PANEL_MEETING')),
  }),
  reportPanel: caseForm('REPORT_PANEL', CASE_COMMANDS.reportPanel, {
    findings: findings('What the panel found of each element'),
    on: onDay('The day of its report', dueWords('PANEL_REPORT')),
  }),
} as const;
