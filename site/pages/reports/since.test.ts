import { GatewayRefusal } from '../../gateway/refusal';
import { get, ID } from './testing';

const since = {
  ...{ title: 'Progress', version: 1, frozenAt: '2021-10-15T09:00:00.000Z', frozenBy: 'olu', compared: 173 },
  ...{ totalCount: 0, pageInfo: { hasNextPage: false, endCursor: null }, edges: [] },
};
const page = (query: string) => get(`/reports/${ID}/since${query}`, { ReportSince: { since } });

describe('the address of what changed since a report', () => {
  it('asks for all figures with a few records each, or for one with a page of them', async () => {
    const all = await page('?version=1');
    expect(all.statusCode).toBe(200);
    expect(all.body).toContain('Nothing changed: each of its 173 figures is what was reported');
    expect(all.asked[0]?.variables).toEqual({
      ...{ id: ID, version: 1, cells: null, first: 50, after: null, records: 5, recordsAfter: null },
      because: true,
    });
    expect((await page('?cell=t%2Fr%2Fc&after=x&page=2')).asked[0]?.variables).toEqual({
      ...{ id: ID, version: null, cells: ['t/r/c'], first: 1, after: null, records: 50, recordsAfter: 'x' },
      because: true,
    });
  });

  it.each(['?version=two', '?version=0', '?version=1e99', '?cell='])(
    'is of the newest frozen version, whole, where it says nothing that can be meant: %s',
    async (query) => {
      expect((await page(query)).asked[0]?.variables).toMatchObject({ version: null, cells: null });
    },
  );

  it('is shown without what wrote the records where the imports do not answer', async () => {
    const answer = ({ because }: { readonly because?: unknown }) => {
      if (because === true) throw new GatewayRefusal('UNREACHABLE', 'No answer came');
      return { since };
    };
    const { statusCode, asked } = await get(`/reports/${ID}/since`, { ReportSince: answer });
    expect(statusCode).toBe(200);
    expect(asked).toMatchObject([{ variables: { because: true } }, { variables: { because: false } }]);
  });

  it('leads nowhere where no such version was frozen', async () => {
    expect((await get(`/reports/${ID}/since`, { ReportSince: { since: null } })).statusCode).toBe(404);
  });
});
