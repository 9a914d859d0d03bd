import { gapsIn } from './gaps';
import { PLACEHOLDERS, placeholderOf } from './placeholders';
import { asked, inLetter } from './standard-paragraphs';
import { factsAfter, LETTERS, stageAfter } from './testing/letter-facts';

const facts = factsAfter(stageAfter('corporate'));

describe('the facts that letters name', () => {
  it('are each known by its name, and no other', () => {
    for (const name of Object.keys(PLACEHOLDERS)) expect(placeholderOf(name)?.says).toMatch(/^[a-z]/);
    for (const name of ['', 'toString', 'Reference']) expect(placeholderOf(name)).toBeNull();
  });

  it('are of the complaint, or null where nothing is recorded: never an empty text', () => {
    for (const { of } of Object.values(PLACEHOLDERS)) expect(of(facts)).not.toBe('');
    expect(PLACEHOLDERS.receivedOn.of(facts)).toBe('11 May 2026');
    expect(PLACEHOLDERS.answerBy.of(facts)).toBe('2 June 2026');
    expect(PLACEHOLDERS.extendedTo.of(facts)).toBeNull();
    expect(PLACEHOLDERS.points.of({ ...facts, points: [{ words: null, finding: null }] })).toBe(
      '- Element 1 [not recorded: its words]',
    );
  });

  it('leave no gap of a standard paragraph but those that a person writes', () => {
    const texts = LETTERS.corporate.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text));
    expect(texts.flatMap(gapsIn)).toEqual([]);
  });
});

it('a letter greets first and is signed last, whatever is between', () => {
  const source = { law: 'A law', paragraph: '1', basis: 'STATUTE' } as const;
  const parts = inLetter(asked('MEETING', source, 'Come.')).map(({ part }) => part);
  expect(parts).toEqual(['GREETING', 'MEETING', 'HELP', 'CLOSING']);
});
