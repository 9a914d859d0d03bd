import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createLogger } from '../logging/logger';
import { type Certified, makeAuthority } from '../testing/certificates';
import { runChild } from '../testing/child';
import type { SubgraphExecutor } from './executor';
import { type HttpEndpoint, openHttpEndpoint } from './http-endpoint';
import { CertificateError, httpServer } from './http-server';
import { closed, listening } from './listening';

const authority = makeAuthority('A council');
const stranger = makeAuthority('A council');
const ours = authority.certify(['localhost']);

let directory: string;
let asked: string[];
beforeAll(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'https-'));
});
beforeEach(() => {
  asked = [];
});
afterAll(() => rmSync(directory, { recursive: true }));

function write(name: string, text: string): string {
  const file = path.join(directory, name);
  writeFileSync(file, text);
  return file;
}
const filesOf = ({ certificate, key }: Certified) => ({
  certificate: write('part.pem', certificate),
  key: write('part.key', key),
});

const executor: SubgraphExecutor = {
  async execute({ identityToken }) {
    asked.push(identityToken ?? '');
    return { data: { a: 1 } };
  },
  ready: async () => true,
};
const openPart = (certified: Certified): Promise<HttpEndpoint> =>
  openHttpEndpoint({
    ...{ executor, port: 0, bindAddress: undefined, name: 'schools', tls: filesOf(certified) },
    logger: createLogger({ level: 'silent' }),
  });

/** The gateway's way to parts, in a process of its own: whose certificates are taken is settled when one starts. */
async function asGateway(urls: readonly string[], authorities: string): Promise<unknown[]> {
  const child = runChild({
    code: `
      const { remoteSubgraph } = require('./platform/server/remote-subgraph');
      const told = [];
      for (const url of ${JSON.stringify(urls)}) {
        const part = remoteSubgraph({ url });
        const asked = { query: '{ a }', variables: {}, operationName: null, identityToken: 'signed', requestId: 'r' };
        const answer = await part.execute({ ...asked, signal: new AbortController().signal })
          .catch((error) => error.cause?.code ?? error.message);
        told.push([answer, await part.ready()]);
      }
      console.log(JSON.stringify(told));
      process.exit(0);`,
    env: { NODE_EXTRA_CA_CERTS: write('authorities.pem', authorities) },
  });
  const told = JSON.parse(await child.line());
  await child.ended;
  return told;
}

describe('a part that runs apart, over TLS', () => {
  it('answers a gateway that takes its CA, and is asked nothing where anything is wrong with its certificate', async () => {
    const parts = [
      await openPart(ours),
      await openPart(stranger.certify(['localhost'])),
      await openPart(authority.certify(['corporate.internal'])),
      await openPart(authority.certify(['localhost'], { ended: true })),
    ];
    const urls = parts.map(({ url }) => url);
    expect(urls.every((url) => url.startsWith('https://localhost:'))).toBe(true);
    expect(await asGateway(urls, authority.certificate)).toEqual([
      [{ data: { a: 1 } }, true],
      [expect.stringMatching(/SIGNATURE/), false],
      ['ERR_TLS_CERT_ALTNAME_INVALID', false],
      ['CERT_HAS_EXPIRED', false],
    ]);
    expect(asked).toEqual(['signed']);
    for (const part of parts) await part.close();
  });

  it('is asked by no gateway that takes another CA, and answers nobody without TLS', async () => {
    const part = await openPart(ours);
    const [[told]] = (await asGateway([part.url], stranger.certificate)) as [[string]];
    expect(told).toMatch(/SIGNATURE/);
    await expect(fetch(part.url.replace('https:', 'http:'), { method: 'POST' })).rejects.toThrow();
    expect(asked).toEqual([]);
    await part.close();
  });
});

describe('a server', () => {
  it('is a plain one without a certificate', async () => {
    const server = httpServer({ tls: null }, (_, response) => response.end('here'));
    const port = await listening(server, { port: 0, setting: 'TEST' });
    expect(await (await fetch(`http://127.0.0.1:${port}`)).text()).toBe('here');
    expect(server).toBeInstanceOf(createServer().constructor);
    await closed(server);
  });

  it('is refused a key that is not its certificate’s, and what is no certificate', () => {
    const other = authority.certify(['localhost']);
    for (const certified of [
      { ...ours, key: other.key },
      { ...ours, certificate: 'x' },
    ])
      expect(() => httpServer({ tls: filesOf(certified) }, () => undefined)).toThrow(CertificateError);
  });
});
