import { readFileSync } from 'node:fs';
import path from 'node:path';
import { transformSupergraphToPublicSchema } from '@theguild/federation-composition';
import { buildASTSchema, getVariableValues, Kind, parse, validate } from 'graphql';
import { periodOfPage } from '../../filters/period';
import { GatewayRefusal } from '../../gateway/refusal';
import { examplesIn } from './examples';
import { ROOT, serveExplorer } from './testing';

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
    const site = await serveExplorer();
    const { body } = await site.get('/explore');
    expect(body).toContain('query FiguresOfAYear');
    expect(body).toContain('&quot;year&quot;: &quot;2021-22&quot;');
    expect((await site.get('/explore?example=open')).body).toContain('query OpenComplaints');
    expect(site.asked).toEqual([]);
  });

  it('refuses a form of elsewhere, and what cannot be asked, and keeps what was typed', async () => {
    const site = await serveExplorer();
    expect((await site.post('/explore', { query: '{ a }' }, 'another')).statusCode).toBe(403);
    const refused = await site.post('/explore', { query: '{ mine }', variables: '{' });
    expect([refused.statusCode, site.asked]).toEqual([400, []]);
    expect(refused.body).toContain('{ mine }');
    expect(refused.body).toContain('href="#variables"');
  });

  it('asks in the visitor’s name, and shows the answer as text', async () => {
    const site = await serveExplorer('{"data":{"a":"<b>"}}');
    const { statusCode, body } = await site.post('/explore', { query: '{ a }', variables: '' });
    expect([statusCode, site.asked]).toEqual([200, [{ query: '{ a }', variables: {} }]]);
    expect(body).toContain('&quot;a&quot;: &quot;&lt;b&gt;&quot;');
  });

  it('says so where the graph does not answer', async () => {
    const site = await serveExplorer(new GatewayRefusal('UNREACHABLE', 'The gateway cannot be reached'));
    expect((await site.post('/explore', { query: '{ a }' })).statusCode).toBe(503);
  });
});
