import type { LetterTemplate } from '../../../domain/letters/letter';
import {
  answered,
  asked,
  inLetter,
  longer,
  notTaken,
  RECEIVED,
  understood,
} from '../../../domain/letters/standard-paragraphs';
import { IN_FORCE, regulation } from './sources';

const OF = { stage: 1, inForceFrom: IN_FORCE, subject: 'Your complaint {reference}' } as const;
const PLAN = regulation('regulation 13(7) and (8)');
const ACKNOWLEDGEMENT = regulation('regulation 13(3)');
const RESPONSE = regulation('regulation 14(2)');
const OMBUDSMAN_RIGHT = regulation('regulation 14(2)(d)');

/** Letters of adults' complaints: the one stage, then the ombudsman. */
export const letters: readonly LetterTemplate[] = [
  {
    ...{ kind: 'ACKNOWLEDGEMENT', ...OF },
    paragraphs: inLetter(
      RECEIVED,
      ...understood(ACKNOWLEDGEMENT),
      asked(
        'DISCUSSION',
        PLAN,
        'We would like to talk with you about how we look into it, and by when we answer. Please tell us how we can reach you. If you would rather not talk about it, we decide how long it takes and write to you. Until we agree on another day, we mean to answer by {answerBy}.',
        { heading: 'How we go on' },
      ),
    ),
  },
  {
    ...{ kind: 'PLAN', ...OF },
    paragraphs: inLetter(
      asked(
        'PLAN',
        PLAN,
        'This is what we agreed on how to look into your complaint {reference}:\n\n{plan}',
        {
          heading: 'The plan',
        },
      ),
      asked('ANSWER_BY', PLAN, 'We will answer you by {plannedFor}.'),
    ),
  },
  {
    ...{ kind: 'EXTENSION', ...OF },
    paragraphs: inLetter(...longer(regulation('regulation 14(3)(b)'))),
  },
  {
    ...{ kind: 'ANSWER', ...OF },
    paragraphs: inLetter(
      ...answered(RESPONSE),
      asked(
        'ACTION',
        regulation('regulation 14(2)(c)'),
        'What was needed was done, or will be done as this letter says.',
      ),
      asked(
        'NEXT',
        OMBUDSMAN_RIGHT,
        'This is our answer under the law. If you are not content, you can ask the ombudsman:\n\n{lgsco}',
        {
          heading: 'If you are not content',
        },
      ),
    ),
  },
  {
    ...{ kind: 'REFUSAL', ...OF },
    paragraphs: inLetter(
      RECEIVED,
      notTaken(regulation('regulations 8 and 12')),
      asked(
        'NEXT',
        regulation('regulation 8(2)'),
        'If you do not agree, you can ask the ombudsman:\n\n{lgsco}',
        {
          heading: 'If you do not agree',
        },
      ),
    ),
  },
];
