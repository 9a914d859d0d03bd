import { createServer } from 'node:http';
import { createLogger } from '../../platform/logging/logger';
import { writeExposition } from '../../platform/metrics/exposition';
import { processRegistry } from '../../platform/metrics/process-registry';
import { type ReadSample, readExposition } from '../../platform/metrics/testing';
import { closed, listening } from '../../platform/server/listening';
import { type Library, startLibrary } from '../testing/start-library';
import { DOORS, doorOf } from './doors';
import { measurePart } from './parts';
import { measureOperation } from './requests';

/** A word that a caller puts wherever one can be put. */
const CANARY = 'canary-Mrs-Secret';

let library: Library;
/** What was measured before: other files of the same worker measure into the same registry. */
let before: readonly ReadSample[] = [];
beforeAll(async () => {
  before = await told();
  const down = { execute: () => Promise.reject(new Error(CANARY)), ready: async () => false };
  library = await startLibrary({
    ...{ books: down, tellsMetrics: true, logger: createLogger({ level: 'silent' }) },
  });
});
afterAll(() => library.stop());

const told = async () => readExposition(writeExposition(await processRegistry.read()));
const sum = (samples: readonly ReadSample[], name: string, labels: Record<string, string>) =>
  samples
    .filter((sample) => sample.name === name)
    .filter((sample) => Object.entries(labels).every(([label, value]) => sample.labels[label] === value))
    .reduce((total, { value }) => total + value, 0);
const sumOf = (samples: readonly ReadSample[], name: string, labels: Record<string, string>) =>
  sum(samples, name, labels) - sum(before, name, labels);

describe('what the gateway measures', () => {
  it('is each request by its door, its errors by code, and each part by what became of its questions', async () => {
    await library.ask('{ whoAmI }');
    await library.ask('{ whoAmI }', { token: null });
    await library.ask('{ nothing }');
    const samples = await told();
    const of = (name: string, labels: Record<string, string>) =>
      sumOf(samples, `complaints_gateway_${name}`, labels);
    expect(of('requests_total', { door: 'graphql', status: '2xx' })).toBeGreaterThanOrEqual(1);
    expect(of('requests_total', { door: 'graphql', status: '4xx' })).toBeGreaterThanOrEqual(1);
    expect(of('request_seconds_count', { door: 'graphql' })).toBeGreaterThanOrEqual(3);
    expect(of('errors_total', { code: 'UNAUTHENTICATED' })).toBe(1);
    expect(of('errors_total', { code: 'GRAPHQL_VALIDATION_FAILED' })).toBe(1);
    expect(of('operations_total', { operation: 'other' })).toBe(2);
    expect(of('planning_seconds_count', {})).toBe(1);
    await library.ask('{ bookOfTheDay { title } }');
    const asked = await told();
    expect(
      ['answered', 'unavailable'].map((outcome) =>
        sumOf(asked, 'complaints_part_requests_total', { outcome }),
      ),
    ).toEqual([1, 1]);
    expect(sumOf(asked, 'complaints_part_request_seconds_count', {})).toBe(2);
  });

  it('has no word of a caller in it, wherever they put one', async () => {
    await library.ask(`query ${CANARY.replaceAll('-', '_')} { whoAmI }`);
    await fetch(`${library.url}/${CANARY}/x?${CANARY}=${CANARY}`, { headers: { [CANARY]: CANARY } });
    await library.ask(`{ whoAmI(${CANARY}: 1) }`, { token: CANARY });
    const text = writeExposition(await processRegistry.read());
    expect(text).not.toMatch(/canary/i);
    expect(text).toContain('door="other"');
  });

  it('is told at the gateway itself where that is wanted, to whoever asks to read it', async () => {
    const answer = await fetch(`${library.url}/metrics`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      200,
      'text/plain; version=0.0.4; charset=utf-8',
    ]);
    expect(readExposition(await answer.text())).not.toEqual([]);
    expect((await fetch(`${library.url}/metrics`, { method: 'POST' })).status).toBe(405);
  });

  it('is not told at the gateway where it is not wanted: in production, not even to those who are signed in', async () => {
    const closed = await startLibrary();
    try {
      expect((await fetch(`${closed.url}/metrics`)).status).toBe(401);
      const headers = { authorization: `Bearer ${await closed.token('admin')}` };
      expect((await fetch(`${closed.url}/metrics`, { headers })).status).toBe(404);
    } finally {
      await closed.stop();
    }
  });

  it('is a trusted operation by its name, and a part by what became of it once', async () => {
    const server = createServer((request, response) => {
      measureOperation(request, response, { operation: { name: 'Dashboard' } });
      response.end();
    });
    const port = await listening(server, { port: 0, setting: 'TEST' });
    await fetch(`http://127.0.0.1:${port}/`);
    await closed(server);
    measurePart('schools', { execute: async () => ({}), ready: async () => true })('gone');
    const samples = await told();
    const [operations, parts] = ['complaints_gateway_operations_total', 'complaints_part_requests_total'];
    expect(sumOf(samples, operations, { operation: 'Dashboard' })).toBe(1);
    expect(sumOf(samples, parts, { part: 'schools', outcome: 'gone' })).toBe(1);
  });

  it.each([
    ['/', 'front'],
    ['/graphql', 'graphql'],
    ['/graphql/schema', 'graphql'],
    ['/exports/stages.csv', 'exports'],
    ['/odata/v4/Stages', 'odata'],
    ['/dictionary.json', 'dictionary'],
    ['/.well-known/oauth-protected-resource/mcp', 'well-known'],
  ])('knows the door of %s as %s', (path, door) => {
    expect(doorOf(path)).toBe(door);
    expect(DOORS).toContain(door);
  });
});
