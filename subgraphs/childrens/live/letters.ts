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
import { ACKNOWLEDGEMENT, ADVOCACY, guidance, IN_FORCE, NOT_TAKEN, regulation } from './sources';

const SUBJECT = 'Your complaint {reference}';
const INVESTIGATION = regulation('regulation 17');
const OMBUDSMAN = guidance('what the complainant is told of the ombudsman');

/** A child who complains has a right to an advocate, and is told so in every letter that leads on. */
const advocate = asked(
  'ADVOCATE',
  ADVOCACY,
  'A child or young person who complains has a right to an advocate: somebody who is on their side, and helps to say what they want to say. It costs nothing. Tell us, and we arrange one.',
  { heading: 'An advocate' },
);

const of = (stage: number) => ({ stage, inForceFrom: IN_FORCE, subject: SUBJECT }) as const;

const refusal = (stage: number): LetterTemplate => ({
  ...{ kind: 'REFUSAL', ...of(stage) },
  paragraphs: inLetter(
    notTaken(NOT_TAKEN),
    asked('NEXT', OMBUDSMAN, 'If you do not agree, you can ask the ombudsman:\n\n{lgsco}', {
      heading: 'If you do not agree',
    }),
  ),
});

const stage1: readonly LetterTemplate[] = [
  {
    ...{ kind: 'ACKNOWLEDGEMENT', ...of(1) },
    paragraphs: inLetter(
      RECEIVED,
      ...understood(ACKNOWLEDGEMENT),
      asked(
        'ANSWER_BY',
        regulation('regulation 14'),
        'A manager of {service} looks into it with you. We will answer you by {answerBy}.',
        { heading: 'What happens now' },
      ),
      advocate,
    ),
  },
  { kind: 'EXTENSION', ...of(1), paragraphs: inLetter(...longer(regulation('regulation 14')), advocate) },
  {
    ...{ kind: 'ANSWER', ...of(1) },
    paragraphs: inLetter(
      ...answered(regulation('regulation 15')),
      asked(
        'NEXT',
        regulation('regulations 15(2) and 17'),
        'If you are not content, you can ask for stage 2: an investigation by somebody outside the service, together with an independent person. Ask for it within {nextStageWithin} of receiving this letter.',
        { heading: 'If you are not content' },
      ),
      advocate,
    ),
  },
  refusal(1),
];

const stage2: readonly LetterTemplate[] = [
  {
    ...{ kind: 'NEXT_STAGE', ...of(2) },
    paragraphs: inLetter(
      chosen('RECEIVED', 'You asked for stage 2 of the procedure. We received your request on {receivedOn}.'),
      asked(
        'NEXT_STEPS',
        INVESTIGATION,
        'An investigating officer looks into your complaint. An independent person, who works for nobody in the council, takes part. First we agree with you in writing what you complain of and what you want to come of it. We mean to answer you by {answerBy}.',
        { heading: 'What happens now' },
      ),
      advocate,
    ),
  },
  { kind: 'EXTENSION', ...of(2), paragraphs: inLetter(...longer(INVESTIGATION), advocate) },
  {
    ...{ kind: 'ANSWER', ...of(2) },
    paragraphs: inLetter(
      ...answered(guidance('stage 2: adjudication')),
      chosen(
        'REPORTS',
        'The reports of the investigating officer and of the independent person come with this letter.',
      ),
      asked(
        'NEXT',
        regulation('regulation 18'),
        'If you are not content, you can ask for stage 3: a review by a panel of three independent people. Ask for it within {nextStageWithin} of receiving this letter.',
        { heading: 'If you are not content' },
      ),
      advocate,
    ),
  },
  refusal(2),
];

const stage3: readonly LetterTemplate[] = [
  {
    ...{ kind: 'NEXT_STAGE', ...of(3) },
    paragraphs: inLetter(
      chosen('RECEIVED', 'You asked for stage 3 of the procedure. We received your request on {receivedOn}.'),
      asked(
        'NEXT_STEPS',
        regulation('regulation 19'),
        'A panel of three independent people looks at how we dealt with your complaint. It meets by {panelBy}. We will tell you the day and the place.',
        { heading: 'What happens now' },
      ),
      advocate,
    ),
  },
  {
    ...{ kind: 'PANEL', ...of(3) },
    paragraphs: inLetter(
      asked(
        'MEETING',
        regulation('regulation 19'),
        'The panel that looks at your complaint {reference} meets on {panelOn}, at [to be written: the time and the place].',
        { heading: 'The panel' },
      ),
      asked(
        'TAKE_PART',
        regulation('regulation 19(5)'),
        'You may speak to the panel, yourself or through somebody who comes with you. Tell us what you need to take part.',
      ),
      advocate,
    ),
  },
  {
    ...{ kind: 'ANSWER', ...of(3) },
    paragraphs: inLetter(
      ...answered(regulation('regulation 20(3)')),
      asked(
        'NEXT',
        regulation('regulation 20(3)'),
        'This is the end of our procedure. If you are not content, you can ask the ombudsman:\n\n{lgsco}',
        {
          heading: 'If you are not content',
        },
      ),
    ),
  },
  refusal(3),
];

/** Letters of children's complaints: local resolution, investigation, panel. */
export const letters: readonly LetterTemplate[] = [...stage1, ...stage2, ...stage3];
