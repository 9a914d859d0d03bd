import fc from 'fast-check';
import { paragraphsGiven, reasonGiven, signatureGiven } from './given';

const HELD = [
  { part: 'GREETING', heading: null, text: 'Dear Ada,' },
  { part: 'HELP', heading: 'Help', text: 'Call us.' },
];

describe('what is given of a letter', () => {
  it('changes the paragraphs that are given, and leaves the rest', () => {
    expect(paragraphsGiven([{ part: 'HELP', text: ' Write\r\nto us. ' }], HELD)).toEqual([
      HELD[0],
      { part: 'HELP', heading: 'Help', text: 'Write\nto us.' },
    ]);
  });

  it.each([
    ['unknown', [{ part: 'NONE', text: '' }], 'NONE'],
    ['twice', [HELD[1], HELD[1]], 'HELP'],
    ['too long', [{ part: 'HELP', text: 'x'.repeat(20_001) }], 'HELP'],
    ['half a character', [{ part: 'HELP', text: '\ud800' }], 'HELP'],
    ['an end of text', [{ part: 'HELP', text: 'a\0b' }], 'HELP'],
  ])('is refused where a paragraph is %s', (_why, given, part) => {
    const paragraphs = given.flatMap((one) => (one === undefined ? [] : [one]));
    expect(paragraphsGiven(paragraphs, HELD)).toMatchObject({ code: 'COMMAND_UNUSABLE', part });
  });

  it('never loses a paragraph or gains one, whatever is written', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const read = paragraphsGiven([{ part: 'HELP', text }], HELD);
        if (!('__typename' in read)) expect(read.map(({ part }) => part)).toEqual(['GREETING', 'HELP']);
      }),
    );
  });

  it('has a reason where a letter is given back, and may have nobody who signs', () => {
    expect(reasonGiven(' Kinder ')).toBe('Kinder');
    for (const none of ['', ' ', 'x'.repeat(1_001)])
      expect(reasonGiven(none)).toMatchObject({ part: 'reason' });
    expect([signatureGiven(null), signatureGiven(' '), signatureGiven('Olu')]).toEqual([null, null, 'Olu']);
    expect(signatureGiven('x'.repeat(201))).toMatchObject({ part: 'signedBy' });
  });
});
