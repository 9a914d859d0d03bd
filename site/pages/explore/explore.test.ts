import { readFileSync } from 'node:fs';
import path from 'node:path';
import { transformSupergraphToPublicSchema } from '@theguild/federation-composition';
import { buildASTSchema, getVariableValues, Kind, parse, validate } from 'graphql';
import { periodOfPage } from '../../filters/period';
import type { FreeQuestion } from '../../gateway/free-questions';
import { GatewayRefusal } from '../../gateway/refusal';
import { servePages } from '../../testing/serve-pages';
import { examplesIn } from './examples';
import { addExplorer } from './explore';

const ROOT = path.join(__dirname, '..', '..', '..');
const REACH = { reach: { asAt: '2021-09-30', sources: [], smallNumbers: null, rows: [] } };

async function explorer(answer: string | GatewayRefusal = '{"data":{"a":1}}') {
  const asked: FreeQuestion[] = [];
  const site = await servePages({
    answers: { Reach: REACH },
    add: (app, makers) =>
      addExplorer(app, {
        ...makers,
        root: ROOT,
        async askFreely(question) {
          asked.push(question);
          if (answer instanceof GatewayRefusal) throw answer;
          return answer;
        },
      }),
  });
  return { ...site, asked };
}

describe('the examples', () => {
  const text = readFileSync(path.join(ROOT, 'schema/supergraph.graphql'), 'utf8');
  const schema = buildASTSchema(transformSupergraphToPublicSchema(parse(text)), { assumeValidSDL: true });

  it.each(examplesIn(ROOT))('can be asked of the schema there is: $id', ({ query, variables }) => {
    const document = parse(query);
    expect(validate(schema, document)).toEqual([]);
    const [operation] = document.definitions;
    if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('It begins with no operation');
    const asked = { ...variables(periodOfPage({}, '2021-09-30')) };
    expect(getVariableValues(schema, operation.variableDefinitions ?? [], asked).errors).toBeUndefined();
  });
});

describe('the page on which one asks the graph', () => {
  it('begins with an example of the newest time that the records reach', async () => {
    const site = await explorer();
    const { body } = await site.get('/explore');
    expect(body).toContain('query FiguresOfAYear');
    expect(body).toContain('&quot;year&quot;: &quot;2021-22&quot;');
    expect((await site.get('/explore?example=open')).body).toContain('query OpenComplaints');
    expect(site.asked).toEqual([]);
  });

  it('refuses a form of elsewhere, and what cannot be asked, and keeps what was typed', async () => {
    const site = await explorer();
    expect((await site.post('/explore', { query: '{ a }' }, 'another')).statusCode).toBe(403);
    const refused = await site.post('/explore', { query: '{ mine }', variables: '{' });
    expect([refused.statusCode, site.asked]).toEqual([400, []]);
    expect(refused.body).toContain('{ mine }');
    expect(refused.body).toContain('href="#variables"');
  });

  it('asks in the visitor’s name, and shows the answer as text', async () => {
    const site = await explorer('{"data":{"a":"<b>"}}');
    const { statusCode, body } = await site.post('/explore', { query: '{ a }', variables: '' });
    expect([statusCode, site.asked]).toEqual([200, [{ query: '{ a }', variables: {} }]]);
    expect(body).toContain('&quot;a&quot;: &quot;&lt;b&gt;&quot;');
  });

  it('says so where the graph does not answer', async () => {
    const site = await explorer(new GatewayRefusal('UNREACHABLE', 'The gateway cannot be reached'));
    expect((await site.post('/explore', { query: '{ a }' })).statusCode).toBe(503);
  });
});

describe('GraphiQL', () => {
  it('asks with the token of its page alone, and gets the answer as it came', async () => {
    const site = await explorer();
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
    const site = await explorer();
    const { body } = await site.get('/explore/graphiql');
    const addresses = [...body.matchAll(/"(\/explore\/files\/[^"]+)"/g)].map(([, address]) => address ?? '');
    expect(addresses).toHaveLength(5);
    for (const address of addresses) {
      const { statusCode, headers } = await site.get(address);
      expect([statusCode, headers['cache-control']]).toEqual([200, expect.stringContaining('immutable')]);
    }
    expect((await site.get('/explore/files/none.js')).statusCode).toBe(404);
  });
});
