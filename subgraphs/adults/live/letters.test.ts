import { checkLetters } from '../../../domain/letters/check-letters';
import { liveProcedure } from '../live-procedure';
import { letters } from './letters';

it('is sound', () => expect(checkLetters(letters, liveProcedure)).toEqual([]));

it('tells of the ombudsman by the regulations, with the answer', () => {
  const answer = letters.find(({ kind }) => kind === 'ANSWER');
  const next = answer?.paragraphs.find(({ part }) => part === 'NEXT');
  expect(next).toMatchObject({ source: { law: 'SI 2009/309' }, text: expect.stringContaining('{lgsco}') });
});
