import { GatewayRefusal } from '../gateway/refusal';
import { toldGateway } from '../testing/serve-pages';
import { askReach, askReachWithNames, reachesTo } from './reach';

const asking = { accessToken: 'token', requestId: 'request' };
const FOUND = {
  Reach: { reach: { asAt: '2021-09-30', sources: [] } },
  FilterNames: { services: [{ id: 'roads', name: 'Roads', directorate: 'Place' }], channels: [] },
  FilterThemes: { themes: { rows: [] } },
};

describe('how far the records reach', () => {
  it('is asked for at the same time as the names that a filter can have', async () => {
    const gateway = toldGateway(FOUND);
    expect(await askReachWithNames(gateway, asking, {})).toMatchObject({
      asAt: '2021-09-30',
      choices: { services: ['Roads'], directorates: ['Place'] },
    });
    expect(gateway.asked.map(({ operation }) => operation)).toEqual(['Reach', 'FilterNames', 'FilterThemes']);
  });

  it('is that of the ombudsmen’s cases where one sees no stream', async () => {
    const source = {
      source: 'ombudsman',
      stream: null,
      from: '2019-04-03',
      to: '2021-09-30',
      loadedAt: null,
    };
    const gateway = toldGateway({ Reach: { reach: { asAt: '2026-11-29', sources: [source] } } });
    expect(await askReach(gateway, asking)).toMatchObject({ asAt: '2021-09-30', hasStages: false });
  });

  it('is that of the streams that a page is narrowed to, as far as somebody can say', () => {
    const of = (stream: 'CORPORATE' | 'ADULTS' | 'SCHOOLS', to: string | null) => ({
      ...{ source: 'crm', stream, from: '2019-04-03', to, loadedAt: null },
    });
    const sources = [
      of('CORPORATE', '2021-10-01'),
      of('CORPORATE', '2021-09-30'),
      of('ADULTS', '2021-09-28'),
    ];
    expect(reachesTo({ sources }, ['CORPORATE'])).toBe('2021-10-01');
    expect(reachesTo({ sources }, ['CORPORATE', 'ADULTS'])).toBe('2021-09-28');
    expect(reachesTo({ sources: [...sources, of('SCHOOLS', null)] }, ['CORPORATE', 'SCHOOLS'])).toBeNull();
    expect(reachesTo({ sources })).toBeNull();
  });

  it('stands without the names, and without them refuses no filter', async () => {
    const down = new GatewayRefusal('SUBGRAPH_UNAVAILABLE', 'directory is down');
    const reach = await askReachWithNames(toldGateway({ ...FOUND, FilterNames: down }), asking, {});
    expect(reach).toMatchObject({ asAt: '2021-09-30', choices: { services: null, themes: [] } });
  });

  it('is refused as the gateway refuses', async () => {
    const gateway = toldGateway({ ...FOUND, Reach: new GatewayRefusal('FORBIDDEN', 'not yours') });
    await expect(askReachWithNames(gateway, asking, {})).rejects.toThrow(GatewayRefusal);
  });
});
