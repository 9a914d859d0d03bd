import { GatewayRefusal } from '../../../gateway/refusal';
import { toldGateway } from '../../../testing/serve-pages';
import { askOldest } from './lists';

const IDS = ['a', 'b', 'c', 'd'];
const counted = {
  ...{ asAt: '2021-09-30', partial: [], totalCount: 4, pageInfo: { hasNextPage: false, endCursor: null } },
  edges: IDS.map((id) => ({
    node: {
      ...{ id, subject: id, reference: id, stage: 1, on: '2021-01-01', ombudsmanCase: null },
      complaint: { __typename: 'AdultsComplaint', id },
    },
  })),
};
const LOST = new GatewayRefusal('TIMEOUT', 'slow');
const restricted = (flags: Readonly<Record<string, boolean>>) => ({
  nodes: Object.entries(flags).map(([id, is]) => ({ __typename: 'AdultsComplaint', id, restricted: is })),
});
const ask = (answers: object, most = 8) => {
  const gateway = toldGateway({
    CountedList: { counted, figures: [{ value: 4, numerator: null, denominator: null, definition: {} }] },
    ...{ ComplaintLines: LOST, ...answers },
  });
  const asked = { measure: 'OPEN' as const, where: {}, asAt: '2021-09-30', most };
  return askOldest(gateway, { accessToken: 't', requestId: 'r' }, asked);
};

describe('the oldest of what an agenda counts', () => {
  it('lists no restricted complaint, and none of which nobody can say, and counts both', async () => {
    const list = await ask({ ReviewRestricted: restricted({ a: false, b: true, d: false }) });
    expect(list?.rows.map(({ id }) => id)).toEqual(['a', 'd']);
    expect(list?.notes).toEqual([
      'Restricted, so counted and not listed: 1 complaint of the oldest 4.',
      'Whether 1 complaint may be listed nobody can say now: counted, not listed.',
    ]);
  });

  it('lists none where nobody can say of any', async () => {
    expect((await ask({ ReviewRestricted: LOST }))?.rows).toEqual([]);
  });

  it('lists no more than it is told to', async () => {
    const none = restricted({ a: false, b: false, c: false, d: false });
    expect((await ask({ ReviewRestricted: none }, 2))?.rows).toHaveLength(2);
  });

  it('is none where it cannot be had', async () => {
    expect(await ask({ CountedList: LOST })).toBeNull();
  });
});
