import type { Asking } from '../../gateway/gateway';
import { GatewayRefusal } from '../../gateway/refusal';
import { toldGateway } from '../../testing/serve-pages';
import { askLiveProcedure } from './ask-live';

const as = (accessToken: string): Asking => ({ accessToken, requestId: 'r' });
const OF_SCHOOLS = { LiveProcedureSchools: { procedure: { versions: [] } } };

describe('the procedure of a stream', () => {
  it('is asked for once a minute for each person and stream', async () => {
    const gateway = toldGateway({ ...OF_SCHOOLS, LiveProcedureAdults: { procedure: { versions: [] } } });
    expect(await askLiveProcedure(gateway, 'SCHOOLS', as('olu'))).toEqual({ versions: [] });
    await askLiveProcedure(gateway, 'SCHOOLS', as('olu'));
    expect(gateway.asked).toHaveLength(1);
    await askLiveProcedure(gateway, 'ADULTS', as('olu'));
    await askLiveProcedure(gateway, 'SCHOOLS', as('cora'));
    expect(gateway.asked).toHaveLength(3);
  });

  it('is asked for again where it could not be had', async () => {
    const none = toldGateway({ LiveProcedureSchools: { procedure: null } });
    for (const _ of [1, 2]) expect(await askLiveProcedure(none, 'SCHOOLS', as('olu'))).toBeNull();
    expect(none.asked).toHaveLength(2);
    const slow = toldGateway({ LiveProcedureSchools: new GatewayRefusal('TIMEOUT', 'slow') });
    await expect(askLiveProcedure(slow, 'SCHOOLS', as('olu'))).rejects.toThrow('slow');
  });
});
