import { FILES_PATH } from './explorer-files';
import { serveExplorer } from './testing';

describe('GraphiQL', () => {
  it('asks with the token of its page alone, and gets the answer as it came', async () => {
    const site = await serveExplorer();
    const page = await site.get('/explore/graphiql');
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
    const token = /data-form-token="([^"]+)"/.exec(page.body)?.[1] ?? '';
    const ask = (headers: Record<string, string>, payload: object = { query: '{ a }' }) =>
      site.postJson('/explore/graphql', payload, headers);
    expect((await ask({})).statusCode).toBe(403);
    expect((await ask({ 'x-form-token': 'another' })).statusCode).toBe(403);
    expect((await ask({ 'x-form-token': token }, { q: 1 })).statusCode).toBe(400);
    expect(site.asked).toEqual([]);
    const answer = await ask({ 'x-form-token': token });
    expect([answer.statusCode, answer.body]).toEqual([200, '{"data":{"a":1}}']);
  });

  it('comes from here with all that it needs, under addresses that change with it', async () => {
    const site = await serveExplorer();
    const { body } = await site.get('/explore/graphiql');
    const addresses = [...body.matchAll(/"([^"]+)"/g)]
      .map(([, text]) => text ?? '')
      .filter((text) => text.startsWith(FILES_PATH));
    expect(addresses).toHaveLength(5);
    for (const address of addresses) {
      const { statusCode, headers } = await site.get(address);
      expect([statusCode, headers['cache-control']]).toEqual([200, expect.stringContaining('immutable')]);
    }
    expect((await site.get('/explore/files/none.js')).statusCode).toBe(404);
  });
});
