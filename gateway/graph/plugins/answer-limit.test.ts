import { answerLimit } from './answer-limit';

type Processed = Parameters<NonNullable<ReturnType<typeof answerLimit>['onResultProcess']>>[0];

/** What becomes of an answer under a limit of so many bytes. */
function limited(data: Record<string, unknown>, maxBytes: number): unknown {
  let result: unknown = { data };
  const setResult = (changed: unknown) => {
    result = changed;
  };
  answerLimit({ maxBytes }).onResultProcess?.({ result, setResult } as unknown as Processed);
  return result;
}

describe('an answer', () => {
  it('leaves as it is while it is short enough', () => {
    expect(limited({ a: 'x'.repeat(80) }, 100)).toEqual({ data: { a: 'x'.repeat(80) } });
  });

  it('is refused with a sentence when it would be longer', () => {
    expect(limited({ a: 'x'.repeat(2_000_000) }, 1_000_000)).toEqual({
      data: null,
      errors: [
        expect.objectContaining({
          message: 'The answer would be longer than 1 MB. Ask for fewer rows or fields at a time.',
          extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } },
        }),
      ],
    });
  });
});
