import { checkWorkshop, isPlannedSo, type WrittenWorkshop, workshopIdUnusable } from './check-workshop';

const written = (changes: Partial<WrittenWorkshop> = {}): WrittenWorkshop => ({
  ...{ title: ' Answering ', about: 'Bring a case', startsAt: '2026-12-10T09:30:00Z', minutes: 90 },
  ...{ place: 'Room 2', heldBy: 'Head', seats: 12, ...changes },
});
const partOf = (changes: Partial<WrittenWorkshop>) => {
  const checked = checkWorkshop(written(changes));
  return '__typename' in checked ? checked.part : null;
};

describe('checkWorkshop', () => {
  it('keeps the plan without spaces at its ends', () => {
    expect(checkWorkshop(written())).toMatchObject({
      ...{ title: 'Answering', starts_at: new Date('2026-12-10T09:30:00Z'), held_by: 'Head' },
    });
  });

  it.each<[string, Partial<WrittenWorkshop>]>([
    ['title', { title: ' ' }],
    ['about', { about: 'x'.repeat(10_001) }],
    ['place', { place: '' }],
    ['heldBy', { heldBy: 'x'.repeat(101) }],
    ['minutes', { minutes: 14 }],
    ['minutes', { minutes: 601 }],
    ['seats', { seats: 0 }],
    ['seats', { seats: 501 }],
    ['startsAt', { startsAt: null }],
  ])('says which part cannot be kept: %s', (part, changes) => {
    expect(partOf(changes)).toBe(part);
  });

  it('takes the least and the most', () => {
    expect([partOf({ minutes: 15, seats: 1 }), partOf({ minutes: 600, seats: 500 })]).toEqual([null, null]);
  });

  it('throws for what is no moment', () => {
    expect(() => checkWorkshop(written({ startsAt: '10/12/2026' }))).toThrow('`startsAt` is no moment');
  });
});

describe('workshopIdUnusable', () => {
  it('takes a UUID in small letters, and nothing else', () => {
    const id = '6d6e1f3c-58a4-4a0b-9f5e-1d2a3b4c5d6e';
    expect(workshopIdUnusable(id)).toBeNull();
    for (const other of ['', 'room-2', id.toUpperCase(), `${id} `])
      expect(workshopIdUnusable(other)).toMatchObject({ part: 'id' });
  });
});

describe('isPlannedSo', () => {
  it('sees a change of any part', () => {
    const plan = checkWorkshop(written());
    if ('__typename' in plan) throw new Error('the example is no plan');
    const row = { ...plan, id: 'w', version: 1, cancelled_because: null };
    expect(isPlannedSo(row, plan)).toBe(true);
    expect(isPlannedSo(row, { ...plan, seats: 13 })).toBe(false);
    expect(isPlannedSo(row, { ...plan, starts_at: new Date('2026-12-10T09:31:00Z') })).toBe(false);
  });
});
