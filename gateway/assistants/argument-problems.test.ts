import { z } from 'zod';
import { argumentProblems } from './argument-problems';

const input = z.strictObject({
  measures: z.array(z.enum(['RECEIVED', 'OPEN'])).min(1, 'leave it out, or name one'),
  where: z.strictObject({ streams: z.array(z.string()).optional() }).optional(),
});
const problems = (given: unknown) => {
  const { error } = input.safeParse(given);
  if (error === undefined) throw new Error('These are taken');
  return argumentProblems(error, input);
};

describe('what is wrong with arguments', () => {
  it.each([
    [{ measures: ['LIKES'] }, '`measures[0]` is none of those that there are. Write `RECEIVED`, `OPEN`.'],
    [{ measures: [] }, '`measures`: leave it out, or name one.'],
    [{ measures: ['OPEN'], by: 1 }, 'There is no `by`. There are `measures`, `where`.'],
    [{ measures: ['OPEN'], where: { stream: [] } }, 'There is no `stream` in `where`. There are `streams`.'],
    [
      { measures: ['OPEN'], ['x'.repeat(90)]: 1 },
      `There is no \`${'x'.repeat(40)}…\`. There are \`measures\`, \`where\`.`,
    ],
    [7, '`arguments`: Invalid input: expected object, received number.'],
  ])('%j: %s', (given, says) => {
    expect(problems(given)).toBe(says);
  });

  it('is told all at once', () => {
    expect(problems({ where: 1, more: 2 })).toMatch(/`measures`: .*`where`: .*There is no `more`\./);
  });
});
