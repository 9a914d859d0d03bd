import type { LetterTemplate, StandardParagraph } from '../../../domain/letters/letter';
import {
  answered,
  asked,
  chosen,
  inLetter,
  notTaken,
  RECEIVED,
  understood,
} from '../../../domain/letters/standard-paragraphs';
import { ACKNOWLEDGEMENT, model, NOT_TAKEN, SINCE } from './sources';

const SUBJECT = 'Your complaint {reference}';
const of = (stage: number) => ({ stage, inForceFrom: SINCE, subject: SUBJECT }) as const;

const refusal = (stage: number): LetterTemplate => ({
  ...{ kind: 'REFUSAL', ...of(stage) },
  paragraphs: inLetter(
    notTaken(NOT_TAKEN),
    asked(
      'NEXT',
      model('after the procedure: the Department for Education'),
      'If you do not agree, you can turn to:\n\n{dfe}',
      {
        heading: 'If you do not agree',
      },
    ),
  ),
});

const acknowledgement = (
  stage: number,
  first: StandardParagraph,
  happens: StandardParagraph,
): LetterTemplate => ({
  ...{ kind: 'ACKNOWLEDGEMENT', ...of(stage) },
  paragraphs: inLetter(first, ...understood(ACKNOWLEDGEMENT), happens),
});

const again = chosen(
  'RECEIVED',
  'You asked for your complaint {reference} to be looked at again. We received your request on {receivedOn}.',
);

const atTheSchool: readonly LetterTemplate[] = [
  acknowledgement(
    1,
    RECEIVED,
    asked(
      'ANSWER_BY',
      model('stage 1: answered by the school'),
      'The school answers complaints itself. We passed it to the headteacher, who will answer you by {answerBy}.',
      { heading: 'What happens now' },
    ),
  ),
  {
    ...{ kind: 'ANSWER', ...of(1) },
    paragraphs: inLetter(
      ...answered(model('stage 1: the answer')),
      asked(
        'NEXT',
        model('stage 1: who is not content'),
        'If you are not content, you can ask for stage 2: the chair of governors looks at it.',
        {
          heading: 'If you are not content',
        },
      ),
    ),
  },
  refusal(1),
  acknowledgement(
    2,
    again,
    asked(
      'ANSWER_BY',
      model('stage 2: answered by the chair of governors'),
      'The chair of governors looks at it, and will answer you by {answerBy}.',
      { heading: 'What happens now' },
    ),
  ),
  {
    ...{ kind: 'ANSWER', ...of(2) },
    paragraphs: inLetter(
      ...answered(model('stage 2: the answer')),
      asked(
        'NEXT',
        model('stage 2: who is not content'),
        'If you are not content, you can ask for stage 3 through us: a panel of governors who had no part in it.',
        {
          heading: 'If you are not content',
        },
      ),
    ),
  },
  refusal(2),
];

const atThePanel: readonly LetterTemplate[] = [
  {
    ...{ kind: 'NEXT_STAGE', ...of(3) },
    paragraphs: inLetter(
      again,
      asked(
        'NEXT_STEPS',
        model('stage 3: a panel of three'),
        'Three governors who had no part in your complaint before decide on it. The panel meets by {panelBy}. The council arranges it and advises it; the governors decide.',
        { heading: 'What happens now' },
      ),
    ),
  },
  {
    ...{ kind: 'PANEL', ...of(3) },
    paragraphs: inLetter(
      asked(
        'MEETING',
        model('stage 3: the panel meets in 20 school days'),
        'The panel of governors that decides on your complaint {reference} meets on {panelOn}, at [to be written: the time and the place].',
        { heading: 'The panel' },
      ),
      chosen(
        'TAKE_PART',
        'You may come and speak, and bring somebody with you. Tell us what you need to take part.',
      ),
    ),
  },
  {
    ...{ kind: 'ANSWER', ...of(3) },
    paragraphs: inLetter(
      ...answered(model("stage 3: the panel's decision in 5 school days")),
      asked(
        'NEXT',
        model('after the procedure: the Department for Education'),
        "This is the end of the school's procedure. If you are not content, you can turn to:\n\n{dfe}\n\nThe ombudsman takes what the council itself did, such as admission appeals, education plans and transport:\n\n{lgsco}",
        { heading: 'If you are not content' },
      ),
    ),
  },
  refusal(3),
];

/** Letters of complaints about schools: two stages at the school, then the governors' panel. */
export const letters: readonly LetterTemplate[] = [...atTheSchool, ...atThePanel];
