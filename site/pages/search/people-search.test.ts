import { GatewayRefusal } from '../../gateway/refusal';
import { searchedStreams } from '../../server/searched-streams';
import { servePages } from '../../testing/serve-pages';
import { couldBeReference } from './by-reference';
import { addSearch } from './search';

const OFFICER = { role: 'officer', streams: ['corporate', 'schools'], services: [] };
const found = (ids: readonly string[], hasNextPage = false) => ({
  found: {
    edges: ids.map((id) => ({
      cursor: `after ${id}`,
      node: { stage: 1, receivedOn: '2021-05-04', complaint: { __typename: 'CorporateComplaint', id } },
    })),
    pageInfo: { hasNextPage },
  },
});
const line = (id: string) => ({
  ...{ __typename: 'CorporateComplaint', id, reference: `Reference of ${id}`, stream: 'CORPORATE', stage: 1 },
  ...{ status: 'OPEN', receivedOn: '2021-05-04', dueOn: null, answeredOn: null, closedOn: null },
  ...{ overdue: false, overdueAsAt: '2021-09-30', service: 'Greenspace', theme: null, channel: null },
  ...{ outcome: null, stages: [] },
});
const ANSWERS = {
  SearchCorporate: ({ after }: { after: string | null }) =>
    after === null ? found(['corporate-1'], true) : found(['corporate-2']),
  SearchSchools: found([]),
  ComplaintLines: ({ ids }: { ids: readonly string[] }) => ({ nodes: ids.map(line) }),
};

const served = (options: { session?: object; answers?: object } = {}) =>
  servePages({
    add: addSearch,
    ...{ session: { ...OFFICER, ...options.session }, answers: { ...ANSWERS, ...options.answers } },
  });

describe('searching people and what they said', () => {
  it.each([{ role: 'analyst' }, { role: 'manager' }, { streams: [] }, { role: 'auditor' }])(
    'is offered and open to nobody who is not cleared: %j',
    async (session) => {
      const site = await served({ session });
      expect((await site.get('/search')).body).not.toContain('name="words"');
      expect((await site.post('/search', { words: 'Whitfield' })).statusCode).toBe(404);
      expect((await site.get('/search/people/x')).statusCode).toBe(404);
      expect(site.asked).toEqual([]);
      await site.stop();
    },
  );

  it('reaches the streams that there are, of those that somebody is cleared for', () => {
    const cleared = { ...OFFICER, streams: ['schools', 'corporate', 'nobody'] };
    expect(searchedStreams(cleared)).toEqual(['corporate', 'schools']);
    expect(searchedStreams({ ...cleared, role: 'manager' })).toEqual([]);
    expect(searchedStreams({ ...cleared, role: 'manager', services: ['parks'] })).toHaveLength(4);
  });

  it('is nothing that another site’s form can do', async () => {
    const site = await served();
    expect((await site.post('/search', { words: 'Whitfield' }, '')).statusCode).toBe(403);
    expect(site.asked).toEqual([]);
    await site.stop();
  });

  it('says beside the field and at the top what is wrong, and keeps what was typed', async () => {
    const site = await served();
    const page = await site.post('/search', { words: 'a b' });
    expect(page.statusCode).toBe(400);
    expect(page.body.match(/Write at least one word of two letters/g)).toHaveLength(2);
    expect(page.body).toContain('value="a b"');
    expect(page.body).toContain('<title>Error: ');
    await site.stop();
  });

  it('leads to an address without the words, and on from page to page and back', async () => {
    const site = await served();
    const sent = await site.post('/search', { words: 'Whitfield missed' });
    const address = sent.headers.location ?? '';
    expect([sent.statusCode, address]).toEqual([303, expect.stringMatching(/^\/search\/people\/[\w-]+$/)]);
    const first = await site.get(address);
    expect(first.statusCode).toBe(200);
    expect(first.body).toContain('Reference of corporate-1');
    expect(first.body).toContain('1 to 1, and there are more');
    expect(first.body).toMatch(/<title>[^<]*<\/title>/);
    expect(/<title>([^<]*)/.exec(first.body)?.[1]).not.toContain('Whitfield');
    const next = await site.get(`${address}?page=2`);
    expect(next.body).toContain('Reference of corporate-2');
    expect(next.body).toContain(`rel="prev" href="${address}"`);
    expect(site.asked.filter(({ operation }) => operation === 'SearchCorporate')).toEqual([
      {
        operation: 'SearchCorporate',
        variables: { words: 'Whitfield missed', first: 50, after: null },
      },
      {
        operation: 'SearchCorporate',
        variables: { words: 'Whitfield missed', first: 50, after: 'after corporate-1' },
      },
    ]);
    // Only what they are cleared for is asked.
    expect(site.asked.some(({ operation }) => operation === 'SearchAdults')).toBe(false);
    await site.stop();
  });

  it('shows a complaint once that was found at several of its stages', async () => {
    const [edge] = found(['corporate-1']).found.edges;
    const later = { cursor: 'later', node: { ...edge?.node, stage: 2, receivedOn: '2021-06-04' } };
    const both = { found: { edges: [later, edge], pageInfo: { hasNextPage: false } } };
    const site = await served({ answers: { SearchCorporate: both } });
    const { headers } = await site.post('/search', { words: 'Whitfield' });
    const { body } = await site.get(headers.location ?? '');
    expect(body.match(/Reference of corporate-1/g)).toHaveLength(1);
    expect(body).toContain('2 found, at stages of 1 complaint');
    expect(body).toContain('Stages 1 and 2');
    await site.stop();
  });

  it('stands without a stream that does not answer, and says so', async () => {
    const site = await served({ answers: { SearchSchools: new GatewayRefusal('TIMEOUT', 'Too late') } });
    const { headers } = await site.post('/search', { words: 'Whitfield' });
    const page = await site.get(headers.location ?? '');
    expect(page.body).toContain('Reference of corporate-1');
    expect(page.body).toContain('Schools: the records do not answer');
    await site.stop();
  });

  it('says what to do where nothing is found, and where a search is not kept any more', async () => {
    const site = await served({ answers: { SearchCorporate: found([]) } });
    const { headers } = await site.post('/search', { words: 'Whitfield' });
    expect((await site.get(headers.location ?? '')).body).toContain('Nothing was found');
    const gone = await site.get('/search/people/of-another-session');
    expect([gone.statusCode, gone.body]).toEqual([404, expect.stringContaining('not kept any more')]);
    await site.stop();
  });

  it.each(['ASC-C-41763', 'asc c 41763', '100280668'])(
    'takes a reference first, as people write it: %s',
    async (words) => {
      const complaint = { __typename: 'CorporateComplaint', id: 'corporate-1' };
      const site = await served({ answers: { ComplaintByReference: { complaint } } });
      const { statusCode, headers } = await site.post('/search', { words });
      expect([statusCode, headers.location]).toEqual([303, '/complaints/corporate-1']);
      expect(site.asked).toEqual([{ operation: 'ComplaintByReference', variables: { reference: words } }]);
      await site.stop();
    },
  );

  it('finds by words what is no reference, and where references cannot be asked for', async () => {
    const none = await served({ answers: { ComplaintByReference: { complaint: null } } });
    const lost = await served({
      answers: { ComplaintByReference: new GatewayRefusal('SUBGRAPH_UNAVAILABLE', 'It is down') },
    });
    for (const site of [none, lost]) {
      const { headers } = await site.post('/search', { words: 'ZZ1 3XE' });
      expect(headers.location).toMatch(/^\/search\/people\/[\w-]+$/);
      await site.stop();
    }
  });

  it('lets somebody choose where a reference fits several, in an address that tells of nobody', async () => {
    const says = '`reference` fits several complaints: 10-01, 100/1. Write the one that is meant exactly so.';
    const site = await served({
      answers: { ComplaintByReference: new GatewayRefusal('BAD_USER_INPUT', says) },
    });
    const page = await site.post('/search', { words: '1001' });
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('href="/search?reference=100%2F1"');
    await site.stop();
  });

  it('never takes for a reference what has no digit, or is longer than any', () => {
    const typed = ['10-01', 'Whitfield', 'a 1', 'ab1', `1${'0'.repeat(60)}`];
    expect(typed.map(couldBeReference)).toEqual([true, false, false, true, false]);
  });

  it('stands at the head of every page for those who may, and by reference alone for others', async () => {
    const officer = await served();
    expect((await officer.get('/search')).body).toContain('id="search-words"');
    await officer.stop();
    const analyst = await served({ session: { role: 'analyst' } });
    const { body } = await analyst.get('/search');
    expect([body.includes('id="search-words"'), body.includes('id="search-reference"')]).toEqual([
      false,
      true,
    ]);
    await analyst.stop();
  });
});
