import { checkLiveProcedure } from '../check-live-procedure';
import type { LiveProcedure } from '../stage-version';
import { blank, limits, named } from '../testing/planted-procedure';

describe('the sources of a procedure', () => {
  it.each<readonly [string, LiveProcedure, string]>([
    [
      'a limit without a paragraph',
      limits(named('ANSWER', { source: blank })),
      `the limit ANSWER names no paragraph of ${blank.law}`,
    ],
    [
      'a limit without a law',
      limits(named('ANSWER', { source: { ...blank, law: '' } })),
      'the limit ANSWER names no law',
    ],
  ])('finds %s', (_what, procedure, sentence) => {
    expect(checkLiveProcedure(procedure)).toContain(`childrens: stage 1 from 2006-09-01: ${sentence}.`);
  });
});
