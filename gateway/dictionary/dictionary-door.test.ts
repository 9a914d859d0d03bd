import { createServer, type Server } from 'node:http';
import { addressOf, closed, listening } from '../../platform/server/listening';
import { dictionaryDoor } from '../doors/dictionary';
import type { Caller } from '../graph/caller';

const SCHEMA = 'type Query { "A fish." fish: Int }';
const CALLER: Caller = {
  identity: { subject: 'x', role: 'analyst', streams: [], services: [], partner: null, scopes: [] },
  ...{ vouch: async () => '', requestId: 'r', signal: new AbortController().signal },
  holdSlot: () => undefined,
};
const door = dictionaryDoor({
  ...{ supergraph: SCHEMA, sets: [], figures: [], changes: { since: '2026-11-30', changes: [] } },
  graph: {
    schemaOf: () => SCHEMA,
    ask: async () => ({ status: 200, data: { measureDefinitions: [] }, errors: [] }),
  },
});

let server: Server;
let url: string;
beforeAll(async () => {
  server = createServer((request, response) => {
    void door.answer({ request, response, caller: CALLER, origin: null, body: Buffer.alloc(0) });
  });
  url = addressOf(await listening(server, { port: 0, setting: 'GATEWAY_PORT' }));
});
afterAll(() => closed(server));

describe('the door for the dictionary', () => {
  it('answers at two paths alone', () => {
    for (const path of ['/dictionary.json', '/dictionary.csv']) expect(door.matches(path)).toBe(true);
    for (const path of ['/dictionary', '/dictionary.xml', '/constructor'])
      expect(door.matches(path)).toBe(false);
  });

  it('gives it as JSON and with commas, and not again to who has it', async () => {
    const json = await fetch(`${url}/dictionary.json?x=1`);
    expect((await json.json()).entries).toContainEqual(
      expect.objectContaining({ id: 'field:Query.fish', says: 'A fish.' }),
    );
    const csv = await fetch(`${url}/dictionary.csv`);
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
    expect(await csv.text()).toContain('field:Query.fish,fields,Query.fish,,A fish.,');
    const headers = { 'if-none-match': json.headers.get('etag') ?? '' };
    expect((await fetch(`${url}/dictionary.json`, { headers })).status).toBe(304);
    expect((await fetch(`${url}/dictionary.csv`, { headers })).status).toBe(200);
  });
});
