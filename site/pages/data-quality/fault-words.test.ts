import { sources } from '../../../imports/sources';
import { faultWords, todoOfCounted, WORD_CODES } from './fault-words';

describe('what is wrong, in words', () => {
  it.each([
    ['RECEIVED_UNREADABLE', 'The day of receipt cannot be read'],
    ['ANSWER_BEFORE_RECEIVED', 'Answer is before the receipt'],
    ['LAST_UPDATED_IN_FUTURE', 'Last updated has not come yet'],
    ['RESULT_MISSING', 'Result is missing'],
    ['SOMETHING_NEW', 'Something new'],
    ['toString', 'Tostring'],
  ])('is told of %s, also where a code has no words of its own', (code, title) => {
    expect(faultWords(code).title).toBe(title);
    expect(faultWords(code).todo).toMatch(/\.$/);
  });

  it('is put right in its system where its row is counted, unless it is decided here', () => {
    for (const code of ['PARENT_MISSING', 'ANSWER_UNREADABLE', 'SOMETHING_NEW'])
      expect(todoOfCounted(code)).toMatch(/^The row is counted\. Put it right in the system .+ next extract/);
    for (const code of ['CONFLICTING_COPY', ...WORD_CODES])
      expect(todoOfCounted(code)).toBe(faultWords(code).todo);
  });

  it('is told of words that some system can have', () => {
    const codes = Object.values(sources).flatMap(({ faults }) => Object.keys(faults));
    expect(codes).toEqual(expect.arrayContaining([...WORD_CODES]));
  });
});
