import path from 'node:path';
import { type Answers, servePages } from '../../testing/serve-pages';
import { addFileNoting } from '../note-files';
import { addConnectPages } from './connect';
import { GUIDES, TOOLS, toolsFor } from './tools';

const root = path.join(__dirname, '..', '..', '..');
const places = {
  gateway: 'https://graph.example.gov.uk',
  council: 'Barchester "& Sons"',
  database: { host: 'bi.example.gov.uk', port: '6543', name: 'our_complaints' },
};

let served: Awaited<ReturnType<typeof servePages>>;
afterEach(() => served?.stop());
const serveTo = async (role: string, answers: Answers = {}) => {
  served = await servePages({
    add: (app, makers) => {
      addFileNoting(app, makers.gateway);
      addConnectPages(app, { ...makers, root, places });
    },
    answers,
    session: { role },
  });
  return served;
};

describe('the tools that can be connected', () => {
  it('are not shown to who is not offered any', async () => {
    const { get } = await serveTo('auditor');
    for (const at of ['/connect', '/connect/curl', '/connect/curl/complaints.sh'])
      expect((await get(at)).statusCode).toBe(403);
  });

  it('are those of a role, and a partner finds no other', async () => {
    const { get } = await serveTo('partner');
    expect(toolsFor('partner', TOOLS).map(({ id }) => id)).toEqual([
      'power-bi',
      'excel',
      'python',
      'r',
      'apollo-client',
      'curl',
    ]);
    const { body } = await get('/connect');
    expect([...body.matchAll(/href="\/connect\/([\w-]+)"/g)].map(([, id]) => id)).toEqual([
      'power-bi',
      'excel',
      'python',
      'r',
      'curl',
      'apollo-client',
      'download-the-records',
      'connect-an-assistant',
    ]);
    expect(body).not.toContain('bi-login');
    for (const at of [
      '/connect/superset',
      '/connect/tableau/complaints.tds',
      '/connect/read-by-sql',
      '/connect/nothing',
    ])
      expect((await get(at)).statusCode).toBe(404);
  });

  it.each(TOOLS.map(({ id }) => id))(
    '%s: has the address of this installation, and files that can be taken',
    async (id) => {
      const { get, asked } = await serveTo('analyst');
      const { statusCode, body } = await get(`/connect/${id}`);
      expect(statusCode).toBe(200);
      expect(body).toMatch(/<pre><code>(https:\/\/graph\.example\.gov\.uk|bi\.example\.gov\.uk:6543)/);
      expect(body).not.toMatch(/localhost:4000|database\.example|\.md/);
      const files = new Set([...body.matchAll(/href="(\/connect\/[\w-]+\/[^"]+)"/g)].map(([, href]) => href));
      expect(files.size).toBeGreaterThan(0);
      for (const file of files) {
        const taken = await get(String(file));
        expect([file, taken.statusCode, taken.headers['content-disposition']]).toEqual([
          file,
          200,
          `attachment; filename="${path.basename(String(file))}"`,
        ]);
        expect(taken.body).not.toMatch(/localhost:4000|database\.example|Stockport/);
      }
      // No record leaves by them: nobody notes who took one.
      expect(asked).toEqual([]);
    },
  );

  it.each(GUIDES.map(({ id }) => id))('%s: is a page that the pages of tools lead to', async (id) => {
    const { get } = await serveTo('analyst');
    const { statusCode, body } = await get(`/connect/${id}`);
    expect(statusCode).toBe(200);
    expect(body).not.toMatch(/localhost:4000|\.md|to begin with/);
    if (id === 'download-the-records')
      expect((await get('/connect/curl')).body).toContain(`href="/connect/${id}"`);
  });

  it('have files in which a name of the council breaks nothing', async () => {
    const { get } = await serveTo('admin');
    const dashboard = JSON.parse((await get('/connect/grafana/dashboard.json')).body);
    expect(dashboard.title).toBe('Complaints, Barchester "& Sons"');
    const { body } = await get('/connect/tableau/complaints.tds');
    expect(body).toContain('caption="Complaints, Barchester &quot;&amp; Sons&quot;"');
    expect(body).toContain('server="bi.example.gov.uk" port="6543" dbname="our_complaints"');
  });

  it('give no file of another place', async () => {
    const { get } = await serveTo('admin');
    for (const file of ['..%2Fcurl%2Fcomplaints.sh', 'metadata.yaml', 'charts'])
      expect((await get(`/connect/superset/${file}`)).statusCode).toBe(404);
  });
});
