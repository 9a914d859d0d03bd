import { findingName } from '../../../../../domain/figures/names';
import { OUTCOMES, type Outcome } from '../../../../../domain/findings';
import { outcomeOf } from '../../../../../domain/procedure/commands/findings';
import { CASE_COMMANDS } from '../../../../operations/case-commands.generated';
import type { CaseSeen } from '../case-seen';
import { oneOf } from '../fields/choices';
import { onDay } from '../fields/days';
import { findings } from '../fields/findings';
import { dueWords } from '../fields/limits';
import { words, wordsIf } from '../fields/words';
import { caseForm } from './case-form';

const [UPHELD, PARTIALLY_UPHELD, NOT_UPHELD] = OUTCOMES;
const FINDINGS = {
  [UPHELD]: findingName(UPHELD),
  [PARTIALLY_UPHELD]: findingName(PARTIALLY_UPHELD),
  [NOT_UPHELD]: findingName(NOT_UPHELD),
} as const;

/** What was found and told, and what the complainant asks for then. */
export const byAnswering = {
  answerComplaint: caseForm('ANSWER', CASE_COMMANDS.answerComplaint, {
    findings: findings('What was found of each element', 'Where it has several, each is found on by itself'),
    outcome: {
      ...oneOf<Outcome, CaseSeen>('What was found of it as a whole', {
        ...{ words: FINDINGS, missing: 'Choose what was found of it as a whole.' },
      }),
      // Where a report found on each element, the whole follows from them.
      begins: (name, { live }) => {
        const whole = outcomeOf(live.found);
        return whole === null ? {} : { [name]: whole };
      },
    },
    summary: words('What the complainant was told, in short', {
      missing: 'Write what the complainant was told, in short.',
    }),
    on: onDay('The day on which they were told', dueWords('ANSWER')),
  }),
  escalateComplaint: caseForm('ESCALATE', CASE_COMMANDS.escalateComplaint, {
    receivedOn: onDay('The day on which the request came in', dueWords('NEXT_STAGE')),
    reason: wordsIf('Why, where they said', 'Nobody has to give a reason'),
    lateReason: wordsIf('Why it is taken though it came late', 'Only where it came late'),
  }),
} as const;
