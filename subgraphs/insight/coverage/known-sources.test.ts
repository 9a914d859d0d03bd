import { toDay } from '../../../domain/calendar/day';
import { type KnownSource, liveSince, reachesOf, sourcesOf, untilToday, type Visible } from './known-sources';

const source = (
  name: string,
  keepers: readonly string[],
  days: readonly [string, string] | null,
): KnownSource => ({
  source: name,
  keepers,
  from: days && toDay(days[0]),
  to: days && toDay(days[1]),
  loadedAt: null,
});

const streams = [{ stream: 'CORPORATE' }, { stream: 'SCHOOLS' }];
const EVERYTHING: Visible = { streams: ['CORPORATE', 'SCHOOLS'], cases: true, lgscoCases: true, calls: null };
const NOTHING: Visible = { streams: [], cases: false, lgscoCases: false, calls: null };

const today = toDay('2021-11-15');
const reaches = (sources: readonly KnownSource[], visible = EVERYTHING, isPartner = false) =>
  Object.fromEntries(reachesOf({ streams, sources, visible, isPartner, today }));
/** Worked on here since a day. */
const live = (keeper: string, since: string): KnownSource => ({
  ...source(`${keeper}-casework`, [keeper], null),
  from: toDay(since),
});

describe('of which days records speak', () => {
  it('goes from the first day of any source of theirs to the newest of any', () => {
    const sources = [
      source('crm', ['corporate', 'schools'], ['2020-04-01', '2021-09-30']),
      source('old', ['corporate'], ['2016-04-01', '2020-06-30']),
      source('register', ['ombudsman'], ['2019-04-01', '2021-10-02']),
    ];
    expect(reaches(sources)).toEqual({
      CORPORATE: { from: '2016-04-01', to: '2021-09-30' },
      SCHOOLS: { from: '2020-04-01', to: '2021-09-30' },
      OMBUDSMAN: { from: '2019-04-01', to: '2021-10-02' },
      LGSCO: { from: '2019-04-01', to: '2021-10-02' },
    });
  });

  it('has no known end where no source said, and is nothing where there is nothing either', () => {
    const visible: Visible = { streams: ['CORPORATE'], cases: false, lgscoCases: false, calls: null };
    expect(reaches([], visible)).toEqual({ CORPORATE: { from: null, to: null } });
    expect(reaches([], NOTHING)).toEqual({});
    expect(reaches([source('crm', ['schools'], null)], NOTHING)).toEqual({});
  });

  it('is known of a source that holds no record of a kind any more', () => {
    expect(reaches([source('crm', ['schools'], ['2020-04-01', '2021-09-30'])], NOTHING)).toEqual({
      SCHOOLS: { from: '2020-04-01', to: '2021-09-30' },
    });
  });

  it('is for a partner that of the records they see', () => {
    const sources = [
      source('crm', ['corporate'], ['2020-04-01', '2021-09-30']),
      source('register', ['ombudsman'], ['2019-04-01', '2021-10-02']),
    ];
    expect(reaches(sources, NOTHING, true)).toEqual({});
    const own = { ...NOTHING, cases: true };
    expect(reaches(sources, own, true)).toEqual({ OMBUDSMAN: { from: '2019-04-01', to: '2021-10-02' } });
  });
});

describe('work that is done here', () => {
  const crm = source('crm', ['corporate'], ['2020-04-01', '2021-09-30']);

  it('reaches today, and leaves what no system recorded before it as a gap', () => {
    expect(reaches([crm, live('corporate', '2021-11-01'), live('schools', '2021-11-02')])).toEqual({
      CORPORATE: {
        ...{ from: '2020-04-01', to: '2021-11-15' },
        gap: { from: '2021-10-01', to: '2021-10-31' },
      },
      SCHOOLS: { from: '2021-11-02', to: '2021-11-15' },
      OMBUDSMAN: { from: null, to: null },
      LGSCO: { from: null, to: null },
    });
  });

  it.each([
    ['on the day after the last that was loaded', '2021-10-01'],
    ['while the system still goes on', '2021-09-01'],
  ])('has no gap before it where it began %s', (_when, since) => {
    expect(reaches([crm, live('corporate', since)])['CORPORATE']).toEqual({
      from: '2020-04-01',
      to: '2021-11-15',
    });
  });

  it('is no reach of a source whose files were taken back', () => {
    expect(reaches([source('crm', ['corporate'], null)], NOTHING)).toEqual({});
  });

  it('began on a day, and is shown up to today, even where clocks differ', () => {
    const sources = [crm, live('corporate', '2021-11-01'), live('schools', '2021-11-16')];
    expect([...liveSince(sources)]).toEqual([
      ['CORPORATE', '2021-11-01'],
      ['SCHOOLS', '2021-11-16'],
    ]);
    expect(sources.map((each) => untilToday(each, today).to)).toEqual([
      '2021-09-30',
      '2021-11-15',
      '2021-11-16',
    ]);
  });
});

describe('the sources that callers are shown', () => {
  const shown = (sources: readonly KnownSource[], visible: Visible, isPartner = false) =>
    sourcesOf(async () => ({
      sources,
      recording: { reach: reachesOf({ streams, sources, visible, isPartner, today }) },
    }));

  it('are listed for each stream that they feed, the register for none', async () => {
    const sources = [
      source('crm', ['corporate', 'schools'], ['2020-04-01', '2021-09-30']),
      source('register', ['ombudsman'], ['2019-04-01', '2021-10-02']),
      source('telephone', ['calls'], ['2019-04-01', '2021-10-02']),
    ];
    expect((await shown(sources, EVERYTHING)).map(({ source: name, stream }) => [name, stream])).toEqual([
      ['crm', 'CORPORATE'],
      ['crm', 'SCHOOLS'],
      ['register', null],
    ]);
    expect(await shown(sources, NOTHING, true)).toEqual([]);
  });
});
