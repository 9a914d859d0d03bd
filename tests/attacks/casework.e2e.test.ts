import { outcomeOf } from './attack';
import { CASEWORK_ATTACKS } from './casework';
import { LIVE_STREAMS, standing } from './live-cases';
import { startTarget, type Target } from './target';

let target: Target;
beforeAll(async () => {
  target = await startTarget();
}, 300_000);
afterAll(() => target.stop());

describe('attacks on live complaints', () => {
  it('are every field that casework opens, each by everybody to whom it is closed', () => {
    const names = CASEWORK_ATTACKS.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThanOrEqual(700);
  });

  it.each(CASEWORK_ATTACKS.map((attack) => [attack.name, attack] as const))(
    'fail as they should: %s',
    async (_, { send, expects }) => {
      expect(await outcomeOf(target.product.url, await send(target), expects)).toEqual(expects);
    },
  );

  it.each(LIVE_STREAMS)('leave the complaint of %s as it was, and nobody with anything', async (stream) => {
    expect(await standing(target.product, stream)).toEqual({
      list: {
        edges: [{ node: { version: 1, state: 'RECEIVED', assignedTo: null, timeline: { totalCount: 1 } } }],
      },
      ...{ groups: [], away: [] },
    });
  });
});
