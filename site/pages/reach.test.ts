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

  it('is refused as the gateway refuses', async () => {
    const gateway = { ask: () => Promise.reject(new GatewayRefusal('FORBIDDEN', 'not yours')) };
    await expect(askReach(gateway, asking)).rejects.toThrow(GatewayRefusal);
  });
});
