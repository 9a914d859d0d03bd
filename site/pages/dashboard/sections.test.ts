import { CSV_START } from '../../../platform/files/csv';
import { chartRecords } from '../../charts/table';
import { periodOfPage } from '../../filters/period';
import type { Gateway } from '../../gateway/gateway';
import { GatewayRefusal } from '../../gateway/refusal';
import { toldGateway } from '../../testing/serve-pages';
import { draw } from '../figures/draw';
import { rateSeriesOf, seriesOf } from '../figures/drawn-figures';
import { drawnView } from '../figures/drawn-view';
import { withoutTime } from '../figures/trend-time';
import { askDrawn, askHead, type DrawnParts } from './ask-parts';
import { callsByQuarter, ombudsmenByQuarter } from './others';
import { sectionsOf } from './sections';

const asAt = '2021-09-30';
const period = periodOfPage({ streams: ['CORPORATE'] }, asAt);
const reach = { hasStages: true };
const down = { answer: null, isForbidden: false } as const;
const forbidden = { answer: null, isForbidden: true } as const;
const inQ2 = { financialYear: '2021-22', quarter: 'Q2' } as const;
const figures = {
  receivedByQuarter: { asAt, partial: [], rows: [{ ...inQ2, stream: 'CORPORATE', received: 7 }] },
  inTimeByQuarter: null,
  daysToAnswer: null,
  backlog: { asAt, rows: [{ stream: 'CORPORATE', stage: 1, open: 4, overdue: 1 }] },
  outcomesByService: null,
  stageTwoByService: null,
  stageTwoByServiceBefore: null,
  wentOnByQuarter: null,
  byTheme: null,
  byChannel: null,
  directToStageTwo: null,
  byMonth: null,
} as const;
const parts: DrawnParts = {
  figures: { answer: figures },
  backlog: { answer: { byMonth: { asAt, rows: [] } } },
  ombudsmen: down,
  calls: forbidden,
};

describe('the sections of the dashboard', () => {
  const sections = sectionsOf(parts, period, reach);

  it('keep the place of a part that is down, and leave out one that is not for the role', () => {
    expect(sections.map(({ id, isMissing }) => [id, isMissing])).toEqual([
      ['demand', false],
      ['performance', false],
      ['backlog', false],
      ['outcomes', false],
      ['ombudsmen', true],
    ]);
  });

  it('are of ombudsmen’s cases alone for whoever sees no stage', () => {
    const ofCases = sectionsOf(parts, period, { hasStages: false });
    expect(ofCases.map(({ id }) => id)).toEqual(['ombudsmen']);
  });

  it('are each narrowed by what they have of the filter, and say by what they are not', () => {
    const filter = {
      ...{ outcomes: ['UPHELD' as const], ageBands: ['OVER_65_WORKING_DAYS' as const] },
      asAt: '2021-06-30',
    };
    const narrowed = sectionsOf(parts, periodOfPage(filter, asAt), reach);
    expect(narrowed.map(({ id, note }) => [id, note])).toEqual([
      ['demand', 'Not narrowed by age: only what is open has an age.'],
      ['performance', 'Not narrowed by age: only what is open has an age.'],
      ['backlog', null],
      ['outcomes', 'Not narrowed by age: only what is open has an age.'],
      ['ombudsmen', 'Not narrowed by finding and age: an ombudsman’s case has none.'],
    ]);
    const hrefs = (id: string) =>
      narrowed
        .find((each) => each.id === id)
        ?.drawn.flatMap(({ series }) => series.flatMap((each) => each.hrefs.flatMap((href) => href ?? [])));
    expect(hrefs('demand')?.[0]).toMatch(/outcomes=UPHELD&measure=RECEIVED&asAt=2021-06-30$/);
    expect(hrefs('backlog')?.at(-1)).toContain('ageBands=OVER_65_WORKING_DAYS');
    expect(hrefs('demand')?.join()).not.toContain('ageBands');
  });

  it('name each picture once, since its name stands in addresses and in the page', () => {
    const ids = sections.flatMap(({ drawn }) => drawn.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('say that the last quarter is partial only where the records end within it', () => {
    const received = (day: string) =>
      sectionsOf(parts, periodOfPage({}, day), { hasStages: true })[0]?.drawn.find(
        ({ id }) => id === 'received-by-quarter',
      );
    expect(received('2021-09-30')?.isLastPartial).toBe(false);
    expect(received('2021-09-29')?.isLastPartial).toBe(true);
  });
});

describe('one picture', () => {
  const [demand] = sectionsOf(parts, period, reach);
  const received = demand?.drawn.find(({ id }) => id === 'received-by-quarter');
  if (received === undefined) throw new Error('The picture is not there');

  it('shows the same numbers in its table, on the page and in the file', () => {
    const view = drawnView(received, { path: '/dashboard', filter: { streams: ['CORPORATE'], asAt } });
    const cells = view.table.rows.map(({ cells: [cell] }) => cell?.exact);
    expect(cells).toEqual([...Array(9).fill(''), '7']);
    expect(view.table.rows.at(-1)?.cells[0]).toMatchObject({ measure: 'RECEIVED', words: '7' });
    expect(view.table.rows[0]?.cells[0]?.href).toBeNull();
    expect(chartRecords(draw(received).table).at(-1)).toEqual(['Q2 2021-22', 7]);
    expect(view.table.csvHref).toBe(
      '/dashboard/charts/received-by-quarter.csv?streams=CORPORATE&asAt=2021-09-30',
    );
  });

  it('tells what its file begins with', () => {
    expect(CSV_START.charCodeAt(0)).toBe(0xfeff);
  });
});

describe('a series', () => {
  const options = {
    name: 'In time',
    measure: 'IN_TIME_RATE',
    over: [1, 2],
    filter: { streams: ['ADULTS' as const] },
  };

  it('leads to the list under the filter of the page', () => {
    const { values, hrefs } = seriesOf(
      options,
      (item) => item,
      (item) => ({ stages: [item] }),
    );
    expect(values).toEqual([1, 2]);
    expect(hrefs[1]).toBe('/complaints?streams=ADULTS&stages=2&measure=IN_TIME_RATE');
  });

  it('of a rate keeps what it was divided from', () => {
    const { values, parts: told } = rateSeriesOf(
      options,
      (item) => ({ numerator: 1, denominator: item === 1 ? 0 : 4 }),
      () => ({}),
    );
    expect(values).toEqual([null, 0.25]);
    expect(told?.[1]).toEqual({ numerator: 1, denominator: 4 });
  });

  it('has no time of its own', () => {
    expect(withoutTime({ from: '2021-01-01', quarters: ['Q1'], services: ['Roads'] })).toEqual({
      services: ['Roads'],
    });
  });
});

describe('ombudsmen and calls by quarter', () => {
  const time = { quarters: [inQ2], isLastPartial: false, filter: {} };

  it('add both ombudsmen up, and leave a gap where nothing was recorded', () => {
    const row = { ...inQ2, referredToOmbudsman: 2, ombudsmanDecided: null, upheldByOmbudsman: 1 };
    const { series } = ombudsmenByQuarter(
      [
        { ...row, ombudsman: 'LGSCO' },
        { ...row, ombudsman: 'HOUSING' },
      ],
      time,
    );
    expect(series.map(({ values }) => values)).toEqual([[4], [null], [2]]);
  });

  it('lead from calls to no list, since there is none', () => {
    const { series } = callsByQuarter([], time);
    expect(series.map(({ values, hrefs }) => [values, hrefs])).toEqual([
      [[null], [null]],
      [[null], [null]],
    ]);
  });
});

/** Asks for all of them, as the page does. */
const askParts = async (...[gateway, period, asking]: Parameters<typeof askDrawn>) => ({
  scorecards: (await askHead(gateway, period, asking)).scorecards,
  ...(await askDrawn(gateway, period, asking)),
});

/** One gateway for all that a dashboard asks. */
const all = (gateway: Gateway) => ({ gateway, counting: gateway });

describe('asking for the parts', () => {
  const asking = { accessToken: 'token', requestId: 'request', role: 'analyst' };
  const refusing = (refusal: GatewayRefusal | Error) => ({
    ask: () => Promise.reject(refusal),
  });

  it('loses each part that is refused for itself', async () => {
    const asked = await askParts(all(refusing(new GatewayRefusal('TIMEOUT', 'too late'))), period, asking);
    expect(Object.values(asked)).toEqual(Array(5).fill(down));
    const closed = await askParts(
      all(refusing(new GatewayRefusal('FORBIDDEN', 'not yours'))),
      period,
      asking,
    );
    expect(Object.values(closed)).toEqual(Array(5).fill(forbidden));
  });

  it('asks a partner’s questions without calls, which they may not see', async () => {
    const asked: string[] = [];
    const gateway = {
      ask: (operation: { toString(): string }) => {
        asked.push(operation.toString());
        return Promise.reject(new GatewayRefusal('TIMEOUT', 'too late'));
      },
    };
    const { calls } = await askParts(all(gateway), period, { ...asking, role: 'partner' });
    expect(calls).toEqual(forbidden);
    expect(asked).toHaveLength(5);
    expect(asked.join()).not.toContain('query Calls');
  });

  it('asks every part under the whole filter but its time, as at the day of the page', async () => {
    const asked: unknown[] = [];
    const gateway = {
      ask: (_: unknown, variables: unknown) => {
        asked.push(variables);
        return Promise.reject(new GatewayRefusal('TIMEOUT', 'too late'));
      },
    };
    const filter = {
      ...{ outcomes: ['UPHELD' as const], routes: ['DIRECT' as const] },
      ...{ ageBands: ['OVER_65_WORKING_DAYS' as const], asAt: '2021-06-30' },
    };
    await askDrawn(all(gateway), periodOfPage(filter, asAt), asking);
    const { asAt: _, ...narrowed } = filter;
    expect(asked).toEqual([
      expect.objectContaining({ ...narrowed, asAt: '2021-06-30', backlogAt: '2021-06-30' }),
      expect.objectContaining({ ...narrowed, asAt: '2021-06-30' }),
      expect.not.objectContaining({ outcomes: ['UPHELD'] }),
      { years: ['2019-20', '2020-21', '2021-22'], upTo: '2021-06-30' },
    ]);
  });

  it('counts the open faults of those who put them right where figures cannot say, and asks nobody else', async () => {
    const gateway = toldGateway({ OpenFaultTally: { faultTallies: [{ open: 7 }] } });
    const counting: Gateway = {
      ask: () => Promise.reject(new GatewayRefusal('TIMEOUT', 'too late')),
    };
    const headOf = (role: string) => askHead({ gateway, counting }, period, { ...asking, role });
    expect((await headOf('officer')).openFaults).toBe(7);
    expect((await headOf('analyst')).openFaults).toBeNull();
    expect(gateway.asked).toHaveLength(1);
  });

  it('does not hide a fault of our own', async () => {
    await expect(askParts(all(refusing(new TypeError('a fault'))), period, asking)).rejects.toThrow(
      'a fault',
    );
  });
});
