import { get, ID, report } from './testing';

const page = (query: string) => get(`/reports/${ID}${query}`, { ReportPage: { report: report() } });

describe('the address of a report', () => {
  it('names a version, and whether it is for the public', async () => {
    expect((await page('?version=2&public=1')).asked[0]?.variables).toEqual({
      id: ID,
      version: 2,
      isPublic: true,
    });
    expect((await page('')).asked[0]?.variables).toEqual({ id: ID, version: null, isPublic: false });
  });

  it.each(['?version=two', '?version=0', '?version=1&version=2', '?public=0'])(
    'is of the newest version, whole, where it says nothing that can be meant: %s',
    async (query) => {
      expect((await page(query)).asked[0]?.variables).toEqual({ id: ID, version: null, isPublic: false });
    },
  );

  it.each(['?public=yes', '?public', '?public=1&public=1'])(
    'is as it may be published where that is asked for in any words: %s',
    async (query) => {
      expect((await page(query)).asked[0]?.variables).toMatchObject({ isPublic: true });
    },
  );

  it('leads nowhere where there is no such report', async () => {
    expect((await get('/reports/none', { ReportPage: { report: null } })).statusCode).toBe(404);
  });
});
