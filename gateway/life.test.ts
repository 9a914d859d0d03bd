import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PortError } from '../platform/server/listening';
import { makeAuthority } from '../platform/testing/certificates';
import { runChild } from '../platform/testing/child';
import { type Library, startLibrary } from './testing/start-library';

const health = (url: string, path: string) => fetch(`${url}/health/${path}`);

describe('the health of the gateway', () => {
  let library: Library | null = null;
  afterEach(() => library?.stop());

  it('is told to anybody', async () => {
    library = await startLibrary();
    const [live, ready] = await Promise.all(
      ['live', 'ready'].map((path) => health(library?.url ?? '', path)),
    );
    expect([live?.status, await live?.json()]).toEqual([200, { live: true }]);
    expect([ready?.status, await ready?.json()]).toEqual([200, { ready: true }]);
  });

  it('is live and not ready while a part does not answer', async () => {
    library = await startLibrary({ books: 'http://localhost:1/graphql' });
    expect((await health(library.url, 'live')).status).toBe(200);
    const ready = await health(library.url, 'ready');
    expect([ready.status, await ready.json()]).toEqual([503, { ready: false, waitsFor: ['books'] }]);
  });
});

describe('the gateway', () => {
  it('answers over TLS by its certificate, and not without', async () => {
    const directory = mkdtempSync(path.join(tmpdir(), 'gateway-tls-'));
    const authority = makeAuthority('A council');
    const { certificate, key } = authority.certify(['localhost']);
    const tls = { certificate: path.join(directory, 'a.pem'), key: path.join(directory, 'a.key') };
    writeFileSync(tls.certificate, certificate);
    writeFileSync(tls.key, key);
    const library = await startLibrary({ tls });
    const status = await new Promise((resolve, reject) => {
      const asked = request(`${library.url}/graphql`, { ca: authority.certificate }, (response) => {
        const { statusCode, headers } = response;
        response.resume().on('end', () => resolve([statusCode, headers['strict-transport-security']]));
      });
      asked.on('error', reject).end();
    });
    expect([library.url.startsWith('https://localhost:'), status]).toEqual([true, [401, 'max-age=31536000']]);
    await expect(fetch(library.url)).rejects.toThrow();
    await expect(fetch(library.url.replace('https:', 'http:'))).rejects.toThrow();
    await library.stop();
    rmSync(directory, { recursive: true });
  });

  it('says which port is taken, and what to do', async () => {
    const library = await startLibrary();
    const port = Number(new URL(library.url).port);
    const second = startLibrary({ port });
    await expect(second).rejects.toThrow(PortError);
    await expect(second).rejects.toThrow(`Port ${port} (GATEWAY_PORT) is in use`);
    await library.stop();
  });

  it('does not start without a part that the graph is made of', async () => {
    await expect(startLibrary({ without: 'books' })).rejects.toThrow('not given: books');
  });

  it('answers what is under way when it is stopped, and nothing after', async () => {
    const library = await startLibrary();
    const asked = library.ask('{ whoAmI(afterMillis: 300) }');
    while (!library.asked.catalogue) await new Promise((resolve) => setTimeout(resolve, 5));
    await library.stop();
    expect((await asked).body).toEqual({ data: { whoAmI: 'officer' } });
    await expect(library.ask('{ whoAmI }')).rejects.toThrow();
  });

  it.each(['fatal', 'silent', 'trace'])(
    'starts and answers with LOG_LEVEL=%s, which its runtime may not know',
    async (level) => {
      const child = runChild({
        code: `
        const { startLibrary } = require('./gateway/testing/start-library');
        const library = await startLibrary();
        const { body } = await library.ask('{ whoAmI items { ... on Book { title } } }');
        console.log(body.data.whoAmI + ' ' + process.env.LOG_LEVEL);
        await library.stop();`,
        env: { LOG_LEVEL: level },
      });
      expect(await child.line()).toBe('officer undefined');
      await child.ended;
    },
  );

  it.each(['SIGTERM', 'SIGINT'] as const)('ends cleanly on %s', async (signal) => {
    const child = runChild({
      code: `
        const { startLibrary } = require('./gateway/testing/start-library');
        const { stopOnSignal } = require('./platform/server/stop-on-signal');
        const library = await startLibrary();
        stopOnSignal(() => library.stop());
        await library.ask('{ items { ... on Book { title } } }');
        console.log('asked');`,
    });
    expect(await child.line()).toBe('asked');
    const ended = new Promise((resolve) => child.process.once('exit', (code, by) => resolve([code, by])));
    child.process.kill(signal);
    expect(await ended).toEqual([0, null]);
  });
});
