import { fixedClock } from '../../platform/config/clock';
import type { Gateway } from '../gateway/gateway';
import { GatewayRefusal } from '../gateway/refusal';
import { toldGateway } from '../testing/serve-pages';
import { askReach, askReachWithNames, checkReached, reachesTo, versionOf } from './reach';

const asking = { accessToken: 'token', requestId: 'request' };
const down = new GatewayRefusal('SUBGRAPH_UNAVAILABLE', 'insight is down');
const makersOf = (gateway: Gateway) => ({ gateway, clock: fixedClock('2026-11-30') });
const FOUND = {
  Reach: { reach: { asAt: '2021-09-30', sources: [] } },
  FilterNames: { services: [{ id: 'roads', name: 'Roads', directorate: 'Place' }], channels: [] },
  FilterThemes: { themes: { rows: [] } },
};

describe('how far the records reach', () => {
  it('is asked for at the same time as the names that a filter can have', async () => {
    const gateway = toldGateway(FOUND);
    expect(await askReachWithNames(makersOf(gateway), asking, {})).toMatchObject({
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
    expect(await askReach(makersOf(gateway), asking)).toMatchObject({ asAt: '2021-09-30', hasStages: false });
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
    const reach = await askReachWithNames(makersOf(toldGateway({ ...FOUND, FilterNames: down })), asking, {});
    expect(reach).toMatchObject({ asAt: '2021-09-30', choices: { services: null, themes: [] } });
  });

  it('is what was last told to those who see the same, where nobody can say', async () => {
    let isUp = true;
    const gateway = toldGateway({
      Reach: () => {
        if (!isUp) throw down;
        return FOUND.Reach;
      },
    });
    const of = (audience: string) => askReach(makersOf(gateway), { ...asking, audience });
    const before = await of('analyst');
    expect([before.isLost, versionOf(before)]).toEqual([false, '2021-09-30']);
    isUp = false;
    const lost = await of('analyst');
    expect(lost).toEqual({ ...before, isLost: true });
    expect(versionOf(lost)).toBeNull();
    expect(() => checkReached(lost)).toThrow(GatewayRefusal);
    expect(() => checkReached(before)).not.toThrow();
    expect(await of('partner of homes')).toMatchObject({ asAt: '2026-11-30', sources: [], isLost: true });
  });

  it('leaves some of the time of its page to the parts that answer', async () => {
    const shares: unknown[] = [];
    const gateway = toldGateway(FOUND);
    const ask: Gateway['ask'] = (operation, variables, { share }) => {
      shares.push(share);
      return gateway.ask(operation, variables, asking);
    };
    await askReachWithNames(makersOf({ ask }), asking, {});
    expect(shares).toEqual([0.75, 0.75, 0.75]);
  });

  it('is refused as the gateway refuses', async () => {
    const gateway = toldGateway({ ...FOUND, Reach: new GatewayRefusal('FORBIDDEN', 'not yours') });
    await expect(askReachWithNames(makersOf(gateway), asking, {})).rejects.toThrow(GatewayRefusal);
  });
});
