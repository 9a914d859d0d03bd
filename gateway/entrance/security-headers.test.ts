import { ServerResponse } from 'node:http';
import { type Library, startLibrary } from '../testing/start-library';
import { addSecurityHeaders } from './security-headers';

const NAMES = [
  ...['cache-control', 'content-security-policy', 'cross-origin-resource-policy', 'referrer-policy'],
  ...['x-content-type-options', 'x-frame-options', 'x-request-id'],
];

let library: Library;
let token: string;
beforeAll(async () => {
  library = await startLibrary({
    pageOrigins: ['https://intranet.example.gov.uk'],
    furtherDoors: () => [
      {
        isOpen: false,
        matches: (path) => path === '/breaks',
        maxBodyBytes: 0,
        answer: () => Promise.reject(new Error('x')),
      },
    ],
  });
  token = await library.token('officer');
});
afterAll(() => library.stop());

const signedIn = () => ({ authorization: `Bearer ${token}` });
const asking = (body: string) => ({
  method: 'POST',
  headers: { ...signedIn(), 'content-type': 'application/json' },
  body,
});

/** Every door, and every way not to get through one. */
const ANSWERS: readonly (readonly [string, number, string, () => RequestInit])[] = [
  ['the page at the address', 200, '/', () => ({ headers: { accept: 'text/html' } })],
  ['the same in JSON', 200, '/', () => ({})],
  ['health', 200, '/health/live', () => ({})],
  ['health of the parts', 200, '/health/ready', () => ({})],
  ['a change of what can be read', 405, '/health/ready', () => ({ method: 'DELETE' })],
  ['nobody', 401, '/graphql', () => ({ method: 'POST' })],
  ['a bad token', 401, '/graphql', () => ({ headers: { authorization: 'Bearer x' } })],
  ['a question', 200, '/graphql', () => asking('{"query":"{ whoAmI }"}')],
  ['a question in an address', 200, '/graphql?query=%7BwhoAmI%7D', () => ({ headers: signedIn() })],
  ['a question with a fault', 400, '/graphql', () => asking('{"query":"{"}')],
  ['no question', 400, '/graphql', () => asking('{}')],
  ['another media type', 406, '/graphql', () => ({ headers: { ...signedIn(), accept: 'text/html' } })],
  ['a name that no operation has', 404, '/graphql?operation=None', () => ({ headers: signedIn() })],
  ['the schema', 200, '/graphql/schema', () => ({ headers: signedIn() })],
  ['nothing', 404, '/nothing', () => ({ headers: signedIn() })],
  ['a failure', 500, '/breaks', () => ({ headers: signedIn() })],
  [
    'a page of elsewhere',
    204,
    '/graphql',
    () => ({
      method: 'OPTIONS',
      headers: { origin: 'https://intranet.example.gov.uk', 'access-control-request-method': 'POST' },
    }),
  ],
  [
    'a page that may not ask',
    403,
    '/graphql',
    () => ({
      method: 'OPTIONS',
      headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
    }),
  ],
];

describe('what every answer of the gateway says to browsers', () => {
  it.each(ANSWERS)('stands with %s (%i)', async (_, status, path, init) => {
    const { headers, status: answered } = await fetch(`${library.url}${path}`, init());
    expect(answered).toBe(status);
    expect(NAMES.filter((name) => !headers.has(name))).toEqual([]);
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'/);
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('content-security-policy')).not.toMatch(/unsafe|\*/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toMatch(/^(no-store|private, no-cache)$/);
    expect([headers.get('server'), headers.get('x-powered-by')]).toEqual([null, null]);
    expect(headers.has('strict-transport-security')).toBe(false);
  });

  it('is to come over TLS alone from then on, where it did', () => {
    const said = (isOverTls: boolean) => {
      const response = new ServerResponse({ method: 'GET' } as never);
      addSecurityHeaders(response, { isOverTls });
      return response.getHeader('strict-transport-security');
    };
    expect([said(true), said(false)]).toEqual(['max-age=31536000', undefined]);
  });
});
