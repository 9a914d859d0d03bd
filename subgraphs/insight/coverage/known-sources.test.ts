import { toDay } from '../../../domain/calendar/day';
import { type KnownSource, reachesOf, sourcesOf, type Visible } from './known-sources';

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

const reaches = (sources: readonly KnownSource[], visible = EVERYTHING, isPartner = false) =>
  Object.fromEntries(reachesOf({ streams, sources, visible, isPartner }));

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

describe('the sources that callers are shown', () => {
  const shown = (sources: readonly KnownSource[], visible: Visible, isPartner = false) =>
    sourcesOf(async () => ({
      sources,
      recording: { reach: reachesOf({ streams, sources, visible, isPartner }) },
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
