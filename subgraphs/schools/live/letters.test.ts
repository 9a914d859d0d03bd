import { checkLetters } from '../../../domain/letters/check-letters';
import { liveProcedure } from '../live-procedure';
import { letters } from './letters';

it('is sound', () => expect(checkLetters(letters, liveProcedure)).toEqual([]));

it('leads from the panel to the Department for Education', () => {
  const answer = letters.find(({ kind, stage }) => kind === 'ANSWER' && stage === 3);
  expect(JSON.stringify(answer?.paragraphs)).toContain('{dfe}');
});
