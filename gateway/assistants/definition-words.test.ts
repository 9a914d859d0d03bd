import { definitionLine, meaningLines } from './definition-words';
import { IN_TIME_RATE, RECEIVED } from './testing';

describe('what a measure means, in words', () => {
  it('says what is counted, out of what, by which day, and which way is better', () => {
    expect(definitionLine(RECEIVED)).toBe(
      'Received (RECEIVED, a count): Stages received. Dated by the day the stage was received.',
    );
    expect(meaningLines([IN_TIME_RATE])).toEqual([
      'Share answered in time means: The share of answers that were in time. That is: stages answered in time, out of stages answered (those that have an answer). Dated by the day of the answer. More is better.',
    ]);
  });
});
