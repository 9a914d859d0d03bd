import {
  endedStates,
  inGoodOrder,
  months,
  OFFICERS,
  OFFICERS_AND_MANAGERS,
  schoolDays,
  workingDays,
} from './good-order';

describe('what every stage has in good order', () => {
  const rules = inGoodOrder({ open: ['RECEIVED'], takenBy: OFFICERS_AND_MANAGERS });

  it('rests on no law', () => expect(rules.filter(({ source }) => source !== null)).toEqual([]));

  it('is open to officers, and to whoever may be given it', () => {
    expect(rules.every(({ roles }) => roles.includes('officer'))).toBe(true);
    const managers = rules.filter(({ roles }) => roles.includes('manager')).map(({ event }) => event);
    expect(managers).toEqual(['accept', 'handBack', 'note', 'attach', 'sendLetter']);
    const without = inGoodOrder({ open: ['RECEIVED'], takenBy: OFFICERS });
    expect(without.filter(({ roles }) => roles.includes('manager'))).toEqual([]);
  });

  it('gives nobody a stage that is over, and tells of it all the same', () => {
    const after = rules.filter(({ from }) => from.includes('ANSWERED')).map(({ event }) => event);
    expect(after).toEqual(['note', 'attach', 'sendLetter', 'link', 'changeParty', 'correctDate']);
  });
});

it('ended states wait for nobody', () => {
  expect(endedStates('ANSWERED', 'ESCALATED')).toEqual([
    { name: 'ANSWERED', title: 'Answered', waitsFor: 'NOBODY', isEnded: true },
    { name: 'ESCALATED', title: 'Gone on to the next stage', waitsFor: 'NOBODY', isEnded: true },
  ]);
});

it('spans are said with their unit', () => {
  expect([workingDays(5), schoolDays(3), months(6)]).toEqual([
    { count: 5, unit: 'WORKING_DAY' },
    { count: 3, unit: 'SCHOOL_DAY' },
    { count: 6, unit: 'MONTH' },
  ]);
});
