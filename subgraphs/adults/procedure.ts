import { toDay } from '../../domain/calendar/day';
import type { Procedure } from '../../domain/procedure/procedure';

/**
 * The adult social care procedure: one stage, then the LGSCO. The answer is due on the day agreed in the complaint's
 * plan, which each complaint keeps for itself; these six months hold where none was agreed. A later day may be agreed
 * at any time before they run out, so the law sets no number by which they are extended.
 */
export const procedure: Procedure = {
  stream: 'adults',
  rules: [
    {
      stage: 1,
      inForceFrom: toDay('2009-04-01'),
      source:
        'Local Authority Social Services and National Health Service Complaints (England) Regulations 2009 (SI 2009/309), regulations 13 and 14',
      law: {
        acknowledge: { law: 'SI 2009/309', paragraph: 'regulation 13', basis: 'STATUTE' },
        answer: { law: 'SI 2009/309', paragraph: 'regulation 14', basis: 'STATUTE' },
      },
      acknowledgeWithin: { workingDays: 3 },
      answerWithin: { months: 6, from: 'received' },
      extendBy: null,
      reachedOnlyByEscalation: false,
    },
  ],
};
