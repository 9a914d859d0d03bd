import { GatewayRefusal } from '../gateway/refusal';
import { askReach } from './reach';

const asking = { accessToken: 'token', requestId: 'request' };

describe('how far the records reach', () => {
  it('is asked for with the names that a filter can have', async () => {
    const answer = {
      reach: { asAt: '2021-09-30', sources: [] },
      themes: { rows: [{ theme: 'Delay' }, { theme: null }] },
      services: [
        { id: 'roads', name: 'Roads', directorate: 'Place' },
        { id: 'parks', name: 'Parks', directorate: 'Place' },
      ],
      channels: [{ name: 'Email' }],
    };
    // biome-ignore lint/suspicious/noExplicitAny: an answer of any operation
    const gateway = { ask: async (): Promise<any> => answer };
    const reach = await askReach(gateway, asking);
    expect(reach.asAt).toBe('2021-09-30');
    expect(reach.choices).toEqual({
      services: ['Roads', 'Parks'],
      directorates: ['Place'],
      themes: ['Delay'],
      channels: ['Email'],
    });
  });

  it('is that of the ombudsmen’s cases where one sees no stream', async () => {
    const source = {
      source: 'ombudsman',
      stream: null,
      from: '2019-04-03',
      to: '2021-09-30',
      loadedAt: null,
    };
    const answer = {
      reach: { asAt: '2026-11-29', sources: [source] },
      themes: null,
      services: null,
      channels: null,
    };
    // biome-ignore lint/suspicious/noExplicitAny: an answer of any operation
    const gateway = { ask: async (): Promise<any> => answer };
    expect(await askReach(gateway, asking)).toMatchObject({ asAt: '2021-09-30', hasStages: false });
  });

  it('is refused as the gateway refuses', async () => {
    const gateway = { ask: () => Promise.reject(new GatewayRefusal('FORBIDDEN', 'not yours')) };
    await expect(askReach(gateway, asking)).rejects.toThrow(GatewayRefusal);
  });
});
