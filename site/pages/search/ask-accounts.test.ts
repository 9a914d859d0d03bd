import { GatewayRefusal } from '../../gateway/refusal';
import { toldGateway } from '../../testing/serve-pages';
import { askAccounts } from './ask-accounts';

const found = (days: readonly string[], hasNextPage = false) => ({
  found: {
    edges: days.map((receivedOn) => ({
      cursor: `after ${receivedOn}`,
      node: { stage: 1, receivedOn, complaint: { __typename: 'CorporateComplaint', id: `of ${receivedOn}` } },
    })),
    pageInfo: { hasNextPage },
  },
});
const ASKING = { accessToken: 'token', requestId: 'request', audience: 'the council' };

describe('what several streams found', () => {
  it('stands together, the newest first, and says which do not answer', async () => {
    const gateway = toldGateway({
      SearchCorporate: found(['2021-05-04', '2021-03-01'], true),
      SearchSchools: found(['2021-04-01']),
      SearchAdults: new GatewayRefusal('SUBGRAPH_UNAVAILABLE', 'It is down'),
    });
    const asked = { words: 'mould', streams: ['corporate', 'adults', 'schools'] as const, place: null };
    const together = await askAccounts(gateway, ASKING, asked);
    expect(together.found.map(({ receivedOn }) => receivedOn)).toEqual([
      ...['2021-05-04', '2021-04-01', '2021-03-01'],
    ]);
    expect(together.lost).toEqual(['Adult social care']);
    expect(JSON.parse(together.next ?? '')).toEqual({
      ...{ corporate: 'after 2021-03-01', schools: 'after 2021-04-01' },
    });
  });

  it('goes on where each stream ended', async () => {
    const gateway = toldGateway({ SearchCorporate: found(['2021-02-01']) });
    const place = JSON.stringify({ corporate: 'after 2021-03-01' });
    const { next } = await askAccounts(gateway, ASKING, { words: 'mould', streams: ['corporate'], place });
    expect(gateway.asked[0]?.variables).toMatchObject({ after: 'after 2021-03-01' });
    expect(next).toBeNull();
  });
});
