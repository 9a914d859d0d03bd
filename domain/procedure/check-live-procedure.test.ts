import { checkLiveProcedure } from './check-live-procedure';
import { PROCEDURES } from './testing/live-case';

describe('checkLiveProcedure', () => {
  it.each(Object.values(PROCEDURES))(
    'finds nothing wrong with a procedure as it is: $stream',
    (procedure) => {
      expect(checkLiveProcedure(procedure)).toEqual([]);
    },
  );

  it('finds a stream sound that works on nothing here', () => {
    expect(checkLiveProcedure({ stream: 'none', stages: [] })).toEqual([]);
  });
});
