import { faultParts } from './fault-parts';

const PLACE = { run_id: 7, place: 3, started_at: new Date('2021-10-01T08:30:00Z') };

describe('what a list shows of a fault', () => {
  it('is known by its run and its place in it, and says when that run began', () => {
    expect(faultParts({ ...PLACE, state: 'open' })).toEqual({
      id: '7-3',
      foundAt: '2021-10-01T08:30:00.000Z',
      state: 'OPEN',
    });
  });

  it.each([
    ['mapped', 'MAPPED'],
    ['confirmed', 'CONFIRMED'],
    ['separating', 'SEPARATING'],
    ['separated', 'SEPARATED'],
  ] as const)('names its state as the schema does: %s', (state, shown) => {
    expect(faultParts({ ...PLACE, state }).state).toBe(shown);
  });
});
