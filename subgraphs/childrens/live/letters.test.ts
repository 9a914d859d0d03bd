import { checkLetters } from '../../../domain/letters/check-letters';
import { liveProcedure } from '../live-procedure';
import { letters } from './letters';

it('is sound', () => expect(checkLetters(letters, liveProcedure)).toEqual([]));

it('offers an advocate in every letter that leads on', () => {
  const leadsOn = letters.filter(
    ({ kind, stage }) => kind !== 'REFUSAL' && !(kind === 'ANSWER' && stage === 3),
  );
  for (const { paragraphs } of leadsOn) expect(paragraphs.map(({ part }) => part)).toContain('ADVOCATE');
});
