import { GatewayRefusal } from '../../../gateway/refusal';
import { toldGateway } from '../../../testing/serve-pages';
import { askOldest, oldestOf } from './lists';

const row = (reference: string) => ({
  ...{
    reference,
    href: `/complaints/${reference}`,
    stage: 1,
    on: '2021-01-01',
    stream: 'Adults',
    service: 'Care',
  },
  ...{ dueOn: '2021-02-01', answeredOn: null, state: null, isLost: false },
});
const IDS = ['a', 'b', 'c', 'd'];
const counted = {
  ...{ asAt: '2021-09-30', partial: [], totalCount: 4, pageInfo: { hasNextPage: false, endCursor: null } },
  edges: IDS.map((id) => ({
    node: {
      ...{ id, subject: id, reference: id, stage: 1, on: '2021-01-01', ombudsmanCase: null },
      complaint: { __typename: 'AdultsComplaint' as const, id },
    },
  })),
};
const page = { counted, rows: IDS.map(row) };

describe('the oldest of what an agenda counts', () => {
  it('lists no restricted complaint, and none of which nobody can say, and counts both', () => {
    const restricted = new Map([
      ['a', false],
      ['b', true],
      ['d', false],
    ]);
    const { rows, notes } = oldestOf(page, restricted, 8);
    expect(rows.map(({ id }) => id)).toEqual(['a', 'd']);
    expect(notes).toEqual([
      'Restricted, so counted and not listed: 1 complaint of the oldest 4.',
      'Whether 1 complaint may be listed nobody can say now: counted, not listed.',
    ]);
  });

  it('lists no more than it is told to', () => {
    const none = new Map(IDS.map((id) => [id, false] as const));
    expect(oldestOf(page, none, 2).rows).toHaveLength(2);
  });

  it('is none where it cannot be had', async () => {
    const lost = toldGateway({ CountedList: new GatewayRefusal('TIMEOUT', 'slow') });
    const asked = { measure: 'OPEN' as const, where: {}, asAt: '2021-09-30', most: 5 };
    expect(await askOldest(lost, { accessToken: 't', requestId: 'r' }, asked)).toBeNull();
  });
});
