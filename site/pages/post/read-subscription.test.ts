import { readSubscription, UNCHOSEN } from './read-subscription';

const FORM = { view: 'one', every: 'WEEK', weekday: '5', monthDay: '31' };
const says = (form: object) => readSubscription({ ...FORM, ...form }).problems.map((each) => each.says);

describe('the form for figures by mail', () => {
  it.each([
    [{}, { every: 'WEEK', onDay: 5 }],
    [{ every: 'MONTH' }, { every: 'MONTH', onDay: 31 }],
    [
      { every: 'QUARTER', monthDay: '10', weekday: '' },
      { every: 'QUARTER', onDay: 10 },
    ],
  ])('is read with the day that its rhythm has: %j', (given, schedule) => {
    const { wanted, problems } = readSubscription({ ...FORM, ...given });
    expect([wanted, problems]).toEqual([{ kind: 'VIEW', viewId: 'one', schedule }, []]);
  });

  it.each([
    { every: 'DAY' },
    { every: '' },
    { weekday: '8' },
    { weekday: '0' },
    { weekday: '1.5' },
    { weekday: 'x' },
  ])('asks anew for when: %j', (given) => {
    expect(says(given)).toEqual(['Choose how often it comes, and on which day.']);
    expect(readSubscription({ ...FORM, ...given }).wanted).toBeNull();
  });

  it('asks for a view, and keeps what was typed', () => {
    expect(says({ view: ' ' })).toEqual(['Choose one of your saved views.']);
    expect(readSubscription({ view: ['a', 'b'] }).typed).toEqual({
      view: '',
      every: '',
      weekday: '',
      monthDay: '',
    });
    expect(readSubscription({ ...UNCHOSEN, view: 'one' }).problems).toEqual([]);
  });
});
