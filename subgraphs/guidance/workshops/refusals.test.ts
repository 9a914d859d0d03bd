import { nameUnusable, workshopOver } from './refusals';

describe('nameUnusable', () => {
  it.each(['A', 'Zoë O’Brien-Łukasz', 'x'.repeat(100)])('takes %s', (name) => {
    expect(nameUnusable(name)).toBeNull();
  });
  it.each(['', ' \n', 'x'.repeat(101)])('refuses %j', (name) => {
    expect(nameUnusable(name)).toMatchObject({ code: 'NAME_UNUSABLE' });
  });
});

describe('workshopOver', () => {
  it('says whether it was called off, and why', () => {
    const row = {
      ...{ id: 'w', version: 1, title: 'x', about: 'x', starts_at: new Date('2026-12-10T09:30:00Z') },
      ...{ minutes: 90, place: 'x', held_by: 'x', seats: 1 },
    };
    expect(workshopOver({ ...row, cancelled_because: null }).message).toBe('The workshop has begun.');
    expect(workshopOver({ ...row, cancelled_because: 'Ill.' }).message).toBe(
      'The workshop was called off: Ill.',
    );
  });
});
