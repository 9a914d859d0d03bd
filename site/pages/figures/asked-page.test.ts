import type { ReachWithNames } from '../reach';
import { pageHead } from './asked-page';
import { readPage } from './read-page';

const reach: ReachWithNames = {
  ...{ asAt: '2021-09-30', hasStages: true, isLost: false, rule: null, services: [] },
  sources: [
    { source: 'one', stream: 'CORPORATE', from: '2018-04-01', to: '2021-09-30', loadedAt: null },
    { source: 'two', stream: 'ADULTS', from: null, to: null, loadedAt: null },
  ],
  choices: { services: ['Highways'], directorates: [], themes: [], channels: [] },
};

describe('what the address of a page of figures asks for', () => {
  it('stands as at the day that it names, and is about that day’s quarter where it names no time', () => {
    const { filter, period, problems } = readPage({ asAt: '2020-06-15', streams: 'CORPORATE' }, reach);
    expect([filter, problems]).toEqual([{ streams: ['CORPORATE'], asAt: '2020-06-15' }, []]);
    expect(period).toMatchObject({
      ...{ asAt: '2020-06-15', askedAsAt: '2020-06-15', endsOn: '2020-06-15', year: '2020-21' },
      where: { streams: ['CORPORATE'], financialYears: ['2020-21'], quarters: ['Q1'] },
    });
    expect(period.where).not.toHaveProperty('asAt');
  });

  it('stands as at the newest day where it names none, or one of which no record speaks', () => {
    expect(readPage({}, reach).period).toMatchObject({ asAt: '2021-09-30', askedAsAt: null });
    const { period, problems } = readPage({ asAt: '2017-01-01', streams: 'HOUSES' }, reach);
    expect(period.askedAsAt).toBeNull();
    expect(problems.map(({ says }) => says)).toEqual([
      expect.stringContaining('HOUSES'),
      'As at: the records begin on 1 April 2018. Write a later day.',
    ]);
  });

  it('has a tag for the day that can be taken away, and a form that keeps it', () => {
    const asked = readPage({ asAt: '2020-06-15', services: 'Highways' }, reach);
    const head = pageHead(asked, { path: '/services', parameters: { sort: 'open' }, fixed: 'streams' });
    expect(head.tags.at(-1)).toEqual({
      ...{ part: 'asAt', name: 'As at', value: '15 June 2020' },
      withoutHref: '/services?services=Highways&sort=open',
    });
    expect(head.kept).toContainEqual({ name: 'asAt', value: '2020-06-15' });
    expect(head.form.map(({ part }) => part)).not.toContain('streams');
    expect(head.stands).toBe(
      'Figures stand as at 15 June 2020, as if nothing later were known; the records reach 30 September 2021.',
    );
  });

  it('says why a quarter is shown that nobody asked for', () => {
    const head = pageHead(readPage({}, reach), { path: '/dashboard' });
    expect(head.stands).toBe(
      'The newest quarter that the records reach. Figures stand as at 30 September 2021.',
    );
  });
});
