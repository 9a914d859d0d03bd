import fc from 'fast-check';
import { toDay } from '../calendar/day';
import type { LetterKind } from './letter';
import { templateFor } from './letter';
import type { LetterFacts } from './letter-facts';
import { factsAfter, LETTERS, stageAfter } from './testing/letter-facts';
import { writeLetter } from './write-letter';

const { corporate } = LETTERS;
const on = toDay('2026-05-13');
const received = stageAfter('corporate');
const acknowledged = stageAfter('corporate', { event: 'acknowledge', on });
const of = (kind: LetterKind, facts: LetterFacts) => {
  const template = templateFor(corporate, { kind, stage: 1, receivedOn: toDay('2026-05-11') });
  if (template === null) throw new Error(`There is no letter ${kind}.`);
  return writeLetter(template, facts);
};
const textOf = ({ paragraphs }: ReturnType<typeof writeLetter>, part: string) =>
  paragraphs.find((one) => one.part === part)?.text;

describe('a letter', () => {
  it('takes its days from the limits of the stage, and its words from the timeline', () => {
    const words = { ...factsAfter(received).words, definition: 'The bin was missed.' };
    const letter = of('ACKNOWLEDGEMENT', factsAfter(acknowledged, { words }));
    expect(letter.subject).toBe('Your complaint COR-000123');
    expect(textOf(letter, 'GREETING')).toBe('Dear Ms Made-Up,');
    expect(textOf(letter, 'ANSWER_BY')).toContain(
      'A manager of Waste looks into it. We will answer you by 28 May 2026.',
    );
    expect(textOf(letter, 'DEFINITION')).toContain('The bin was missed.');
    expect(letter.gaps).toEqual([]);
    expect(textOf(letter, 'POINTS')).toBeUndefined();
  });

  it('says what is not recorded or has to be written, and leaves no place empty', () => {
    const letter = of('ANSWER', factsAfter(acknowledged, { addressee: null, signedBy: null }));
    expect(letter.gaps).toEqual([
      { part: 'GREETING', gap: '[not recorded: the name of whom the letter goes to]' },
      { part: 'CONCLUSION', gap: '[to be written: whether we uphold it]' },
      { part: 'EXPLANATION', gap: '[to be written: how we looked into it, and what we concluded]' },
      { part: 'CLOSING', gap: '[to be written: the name of whoever signs]' },
    ]);
  });

  it('is by what was found: of each element, and sorry where something was upheld', () => {
    const points = [
      { words: 'Missed\nagain', finding: 'UPHELD' },
      { words: 'Rude', finding: null },
    ] as const;
    const promises = [{ action: 'Empty it on Fridays', dueOn: toDay('2026-06-01') }];
    const upheld = of('ANSWER', factsAfter(acknowledged, { outcome: 'PARTIALLY_UPHELD', points, promises }));
    expect(textOf(upheld, 'CONCLUSION')).toBe('We uphold your complaint in part.');
    expect(textOf(upheld, 'FINDINGS')).toContain('- Missed again: we uphold this.\n- Rude: [to be written: ');
    expect(textOf(upheld, 'PROMISES')).toContain('- Empty it on Fridays (by 1 June 2026)');
    expect(textOf(upheld, 'APOLOGY')).toContain('sorry');
    expect(
      textOf(of('ANSWER', factsAfter(acknowledged, { outcome: 'NOT_UPHELD' })), 'APOLOGY'),
    ).toBeUndefined();
  });

  it('has the ombudsmen as they can be reached on its day', () => {
    const text = textOf(of('REFUSAL', factsAfter(received)), 'NEXT');
    expect(text).toContain('0300 061 0614');
    expect(text).toContain('Housing Ombudsman Service');
    const before = factsAfter(received, { writtenOn: toDay('2016-01-01') });
    expect(textOf(of('REFUSAL', before), 'NEXT')).toContain(
      '[not recorded: how to reach the Local Government and Social Care Ombudsman]',
    );
  });

  it('keeps whatever was written as it was written, and names every gap once', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.option(fc.string({ minLength: 1 })), (said, service) => {
        const words = { ...factsAfter(received).words, definition: said };
        const letter = of('ACKNOWLEDGEMENT', factsAfter(acknowledged, { words, service }));
        expect(textOf(letter, 'DEFINITION')).toContain(said);
        const expected = service === null ? ['[not recorded: the service]'] : [];
        if (!said.includes('[') && !(service ?? '').includes('['))
          expect(letter.gaps.map(({ gap }) => gap)).toEqual(expected);
      }),
    );
  });
});
