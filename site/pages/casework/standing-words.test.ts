import { holderWords, urgencyWords } from './standing-words';

describe('urgency in words', () => {
  it.each([
    ['OVERDUE', -1, '1 working day over', 'bad'],
    ['OVERDUE', 0, 'its day is over', 'bad'],
    ['OVERDUE', null, 'its day is over', 'bad'],
    ['DUE_TODAY', 0, 'due today', 'bad'],
    ['DUE_SOON', 2, 'due in 2 working days', 'plain'],
    ['DUE_SOON', 0, 'due before the next working day is over', 'plain'],
    ['LATER', 12, 'due in 12 working days', 'plain'],
    ['LATER', null, 'due later', 'plain'],
    ['WAITING', null, 'waits, without a day', 'plain'],
    ['NO_DAY', null, 'no day', 'plain'],
    [null, -3, '3 working days over', 'bad'],
    [null, 0, 'due today', 'bad'],
    [null, 2, 'due in 2 working days', 'plain'],
  ] as const)('%s with %s working days left', (urgency, workingDaysLeft, words, kind) => {
    expect(urgencyWords({ urgency, workingDaysLeft })).toEqual({ words, kind });
  });

  it('says the day besides where it is asked to', () => {
    expect(urgencyWords({ workingDaysLeft: 2, dueOn: '2026-05-04' }).words).toBe(
      'due in 2 working days (4 May 2026)',
    );
  });
});

describe('who has it, in words', () => {
  const held = { assignedTo: 'olu', assignedGroup: null, isAccepted: true, absence: null };
  const nameOf = (subject: string) => (subject === 'olu' ? 'Olu Somebody' : subject);

  it.each([
    [{}, 'Olu Somebody'],
    [{ isAccepted: false }, 'Olu Somebody, not taken yet'],
    [
      { absence: { to: '2026-12-10', standsIn: 'cora' } },
      'Olu Somebody, away until 10 December 2026; cora stands in',
    ],
    [{ absence: { to: '2026-12-10', standsIn: null } }, 'Olu Somebody, away until 10 December 2026'],
    [{ assignedTo: null }, 'Nobody'],
    [{ assignedTo: null, assignedGroup: 'g' }, 'Home care team'],
    [{ assignedTo: null, assignedGroup: 'other' }, 'A group'],
  ])('%j', (given, words) => {
    expect(holderWords({ ...held, ...given }, nameOf, new Map([['g', 'Home care team']]))).toBe(words);
  });
});
