import { checkLetters } from '../../../domain/letters/check-letters';
import { liveProcedure } from '../live-procedure';
import { letters } from './letters';

it('is sound', () => expect(checkLetters(letters, liveProcedure)).toEqual([]));

it.each(['EXTENSION', 'REFUSAL'])('tells of both ombudsmen in each letter %s, whatever the stage', (kind) => {
  const texts = letters
    .filter((letter) => letter.kind === kind)
    .map(({ paragraphs }) => JSON.stringify(paragraphs));
  expect(texts).toHaveLength(4);
  for (const text of texts) expect(text).toMatch(/\{lgsco\}.*\{housing\}/);
});
