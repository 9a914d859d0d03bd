import { OFFICERS, OFFICERS_AND_MANAGERS } from '../../../domain/procedure/good-order';
import { answeredByLetter } from './answered-by-letter';

const stage = (number: number, schoolsPart = OFFICERS) =>
  answeredByLetter({
    ...{ stage: number, title: 'Made', answeredBy: 'Somebody', withWhom: 'With somebody' },
    ...{ answerInSchoolDays: 10, schoolsPart },
  });

describe('a stage that a school answers by letter', () => {
  it('begins a complaint at the first alone', () => {
    const begins = [stage(1), stage(2)].map(({ events }) => events.some(({ event }) => event === 'record'));
    expect(begins).toEqual([true, false]);
  });

  it("opens the school's part to whoever does it, and the council's to officers", () => {
    const open = stage(1, OFFICERS_AND_MANAGERS).events.filter(({ roles }) => roles.includes('manager'));
    expect(open.map(({ event }) => event)).toEqual([
      'acknowledge',
      'answer',
      'accept',
      'handBack',
      'note',
      'attach',
      'sendLetter',
    ]);
  });

  it('leads to the stage after it', () => expect([stage(1).next, stage(2).next]).toEqual([[2], [3]]));
});
