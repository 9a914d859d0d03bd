import { toDay } from '../calendar/day';
import { PROCEDURES } from '../procedure/testing/live-case';
import { checkLetters } from './check-letters';
import type { LetterTemplate, StandardParagraph } from './letter';
import { LETTERS } from './testing/letter-facts';

const { corporate: letters } = LETTERS;
const [acknowledgement, answer] = letters;
if (acknowledgement === undefined || answer === undefined) throw new Error('There are no letters.');
const with_ = (changes: Partial<LetterTemplate>, of: LetterTemplate = acknowledgement) => [
  { ...of, ...changes },
];
const paragraph = (part: string, changes: Partial<StandardParagraph>, of: LetterTemplate = acknowledgement) =>
  with_({ paragraphs: of.paragraphs.map((one) => (one.part === part ? { ...one, ...changes } : one)) }, of);
const POLICY = "The council's complaints policy before 1 April 2026";

describe('letters that do not hold together', () => {
  it.each<readonly [string, readonly LetterTemplate[], string]>([
    [
      'an unknown placeholder',
      paragraph('RECEIVED', { text: 'On {recievedOn}' }),
      'the paragraph RECEIVED names {recievedOn}, which is no fact',
    ],
    ['one in the subject', with_({ subject: 'Your {}' }), 'its subject names {}, which is no fact'],
    ['no stage', with_({ stage: 7 }), 'there is no stage 7 from 2000-01-01'],
    [
      'a version that is none',
      with_({ inForceFrom: toDay('2001-01-01') }),
      'there is no stage 1 from 2001-01-01',
    ],
    ['nothing to tell of', with_({ kind: 'PANEL' }), 'it tells of arrangePanel, which the stage has not'],
    [
      'no source where one is asked for',
      paragraph('DEFINITION', { source: null }),
      'the paragraph DEFINITION has no source, though it is asked for',
    ],
    [
      'no source of a body',
      paragraph('LONGER', { text: '{lgsco}' }),
      'the paragraph LONGER has no source, though it is asked for',
    ],
    [
      'no paragraph of a law',
      paragraph('DEFINITION', { source: { law: POLICY, paragraph: ' ', basis: 'POLICY' } }),
      `the paragraph DEFINITION names no paragraph of ${POLICY}`,
    ],
    [
      'no law',
      paragraph('DEFINITION', { source: { law: '', paragraph: '1', basis: 'POLICY' } }),
      'the paragraph DEFINITION names no law',
    ],
    ['an empty paragraph', paragraph('LONGER', { text: ' ' }), 'the paragraph LONGER says nothing'],
    [
      'a name that is none',
      paragraph('LONGER', { part: 'longer' }),
      'the paragraph longer has no name in capitals',
    ],
    ['two of a name', paragraph('LONGER', { part: 'HELP' }), 'it has two paragraphs HELP'],
    [
      'what is asked for left out',
      with_({ paragraphs: [] }),
      'it has no paragraph DEFINITION, which is asked for',
    ],
    [
      'an answer that leads nowhere',
      paragraph('NEXT', { text: 'Goodbye.' }, answer),
      'it does not tell of stage 2, where the complainant may go',
    ],
  ])('are refused: %s', (_what, planted, sentence) => {
    const [first] = planted;
    const name = `the letter ${first?.kind} of stage ${first?.stage} from ${first?.inForceFrom}`;
    expect(checkLetters(planted, PROCEDURES.corporate)).toContain(`corporate: ${name}: ${sentence}.`);
  });

  it('are refused where there are two of a kind', () => {
    expect(checkLetters([acknowledgement, acknowledgement], PROCEDURES.corporate)).toEqual([
      'corporate: the letter ACKNOWLEDGEMENT of stage 1 from 2000-01-01: there are two.',
    ]);
  });
});
