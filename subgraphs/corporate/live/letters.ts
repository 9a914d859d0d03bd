import type { Day } from '../../../domain/calendar/day';
import type { LetterTemplate } from '../../../domain/letters/letter';
import {
  answered,
  asked,
  chosen,
  inLetter,
  longer,
  notTaken,
  RECEIVED,
  understood,
} from '../../../domain/letters/standard-paragraphs';
import {
  BEFORE_THE_CODE,
  CODE_IN_FORCE,
  CODE_STAGE_1,
  CODE_STAGE_2,
  POLICY_STAGE_1,
  POLICY_STAGE_2,
  type Sources,
} from './sources';

const SUBJECT = 'Your complaint {reference}';
const OMBUDSMEN = '{lgsco}\n\nIf you complain about us as your landlord:\n\n{housing}';

/** What letters of both stages say alike. */
const alike = (stage: number, inForceFrom: Day, sources: Sources): LetterTemplate[] => [
  {
    ...{ kind: 'EXTENSION', stage, inForceFrom, subject: SUBJECT },
    paragraphs: inLetter(
      ...longer(sources.extend),
      asked('OMBUDSMAN', sources.extend, `If you do not agree, you can ask an ombudsman:\n\n${OMBUDSMEN}`, {
        heading: 'If you do not agree',
      }),
    ),
  },
  {
    ...{ kind: 'REFUSAL', stage, inForceFrom, subject: SUBJECT },
    paragraphs: inLetter(
      RECEIVED,
      notTaken(sources.refuse),
      asked('NEXT', sources.refuse, `You can ask an ombudsman to look at this:\n\n${OMBUDSMEN}`, {
        heading: 'If you do not agree',
      }),
    ),
  },
];

const stage1 = (inForceFrom: Day, sources: Sources): LetterTemplate[] => [
  {
    ...{ kind: 'ACKNOWLEDGEMENT', stage: 1, inForceFrom, subject: SUBJECT },
    paragraphs: inLetter(
      RECEIVED,
      ...understood(sources.acknowledge),
      asked(
        'ANSWER_BY',
        sources.answer,
        'A manager of {service} looks into it. We will answer you by {answerBy}.',
        {
          heading: 'What happens now',
        },
      ),
      chosen(
        'LONGER',
        'Should we need longer, we will tell you before that day, with the reason and a new day.',
      ),
    ),
  },
  {
    ...{ kind: 'ANSWER', stage: 1, inForceFrom, subject: SUBJECT },
    paragraphs: inLetter(
      ...answered(sources.answer),
      asked(
        'NEXT',
        sources.escalate,
        'If you are not content with this answer, you can ask us to look again: this is stage 2. Somebody who did not handle it before will do so. You need not give reasons.',
        { heading: 'If you are not content' },
      ),
    ),
  },
  ...alike(1, inForceFrom, sources),
];

const stage2 = (inForceFrom: Day, sources: Sources): LetterTemplate[] => [
  {
    ...{ kind: 'ACKNOWLEDGEMENT', stage: 2, inForceFrom, subject: SUBJECT },
    paragraphs: inLetter(
      chosen(
        'RECEIVED',
        'You asked us to look at your complaint {reference} again. We received your request on {receivedOn}.',
      ),
      ...understood(sources.acknowledge),
      asked(
        'ANSWER_BY',
        sources.answer,
        'This is stage 2, the last of our procedure. Somebody who did not handle stage 1 reviews it. We will answer you by {answerBy}.',
        { heading: 'What happens now' },
      ),
    ),
  },
  {
    ...{ kind: 'ANSWER', stage: 2, inForceFrom, subject: SUBJECT },
    paragraphs: inLetter(
      ...answered(sources.answer),
      asked(
        'NEXT',
        sources.escalate,
        `This is our final answer. If you are not content, you can ask an ombudsman:\n\n${OMBUDSMEN}`,
        {
          heading: 'If you are not content',
        },
      ),
    ),
  },
  ...alike(2, inForceFrom, sources),
];

/** Letters of corporate complaints, before the LGSCO's Code and under it. */
export const letters: readonly LetterTemplate[] = [
  ...stage1(BEFORE_THE_CODE, POLICY_STAGE_1),
  ...stage1(CODE_IN_FORCE, CODE_STAGE_1),
  ...stage2(BEFORE_THE_CODE, POLICY_STAGE_2),
  ...stage2(CODE_IN_FORCE, CODE_STAGE_2),
];
