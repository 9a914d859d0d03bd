import { questionModel, readQuestion } from './read-question';

const VARIABLES = [{ field: 'variables', says: expect.stringContaining('JSON') }];

describe('a question that somebody typed', () => {
  it('is read with its variables, and without', () => {
    expect(readQuestion({ query: '{ a }\r\n', variables: ' {"year": "2021-22"} ' })).toEqual({
      typed: { query: '{ a }\n', variables: ' {"year": "2021-22"} ' },
      ...{ problems: [], question: { query: '{ a }\n', variables: { year: '2021-22' } } },
    });
    expect(readQuestion({ query: '{ a }' }).question).toEqual({ query: '{ a }', variables: {} });
  });

  it.each(['{', '[]', '"a"', '1', 'null', '{} {}'])('is not asked with the variables %s', (variables) => {
    expect(readQuestion({ query: '{ a }', variables })).toMatchObject({
      problems: VARIABLES,
      question: null,
    });
  });

  it('is not asked where there is none, and keeps what was typed', () => {
    expect(readQuestion({ query: ' ', variables: '[' })).toEqual({
      ...{ typed: { query: ' ', variables: '[' }, question: null },
      problems: [{ field: 'query', says: 'Write a question.' }, ...VARIABLES],
    });
  });

  it('comes from a program with nothing where it has nothing', () => {
    expect(questionModel.safeParse({ query: '{ a }', variables: null, operationName: null }).success).toBe(
      true,
    );
    for (const other of [null, {}, { query: 1 }, { query: '{ a }', variables: [] }])
      expect(questionModel.safeParse(other).success).toBe(false);
  });
});
