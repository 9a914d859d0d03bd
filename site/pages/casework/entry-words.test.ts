import { entryWords } from './entry-words';

const ENTRY = { place: 4, text: '', on: null, by: 'olu', at: '2026-12-01T10:00:00Z' };
const nameOf = (subject: string) => (subject === 'amir' ? 'Amir Rahman' : subject);
const told = (text: string) => entryWords({ ...ENTRY, text }, nameOf).text;

describe('something that happened', () => {
  it('has its days as people write them', () => {
    expect(told('A plan was agreed, with an answer by 2026-06-25.')).toBe(
      'A plan was agreed, with an answer by 25 June 2026.',
    );
  });

  it('names to whom it was given, where their name is known', () => {
    expect(told('It was given to amir.')).toBe('It was given to Amir Rahman.');
    expect(told('It was given to nobody-known.')).toBe('It was given to nobody-known.');
    expect(told('It was given to the group team.')).toBe('It was given to the group team.');
  });
});
