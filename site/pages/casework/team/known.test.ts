import { GatewayRefusal } from '../../../gateway/refusal';
import { toldGateway } from '../../../testing/serve-pages';
import { askKnown } from './known';

const asking = { accessToken: 'token', requestId: 'one' };

it('knows whoever the groups name, without those of a stream that is down', async () => {
  const gateway = toldGateway({
    GroupsOfAdults: { groups: [{ id: 'care', name: 'Home care team', members: ['mia'] }] },
    GroupsOfSchools: new GatewayRefusal('UNREACHABLE', 'It does not answer'),
  });
  const known = await askKnown(gateway, { streams: ['adults', 'schools'], subject: 'cora' }, asking);
  expect([known.people, [...known.groups]]).toEqual([['cora', 'mia'], [['care', 'Home care team']]]);
});
