import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo, Socket } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { clamd } from './clamd';
import { fakeScanner } from './testing';

describe('a scanner by ClamAV’s protocol', () => {
  let folder: string;
  let file: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'scanner-'));
    file = path.join(folder, 'file');
    await writeFile(file, 'x'.repeat(200_000));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const scan = async (answer: (content: Buffer, socket: Socket) => void) => {
    const server = await fakeScanner(answer);
    try {
      const { port } = server.address() as AddressInfo;
      return await clamd({ host: '127.0.0.1', port, silentMillis: 150 }).scan(file);
    } finally {
      server.close();
    }
  };

  it('is given the whole file, and says that it is clean', async () => {
    let bytes = 0;
    const scanned = await scan((content, socket) => {
      bytes = content.length;
      socket.end('stream: OK\0');
    });
    expect([scanned, bytes]).toEqual(['CLEAN', 200_000]);
  });

  it('says that it found something', async () => {
    expect(await scan((_, socket) => socket.end('stream: Eicar-Test-Signature FOUND\0'))).toBe('FOUND');
  });

  it.each<[string, (content: Buffer, socket: Socket) => void]>([
    ['an error', (_, socket) => socket.end('INSTREAM size limit exceeded. ERROR\0')],
    ['nonsense', (_, socket) => socket.end('fine\0')],
    ['nothing', () => undefined],
    ['an end', (_, socket) => socket.end()],
    ['a cut', (_, socket) => socket.destroy()],
  ])('gives no answer where it says %s', async (_, answer) => {
    await expect(scan(answer)).rejects.toThrow(/scanner/i);
  });

  it('gives no answer where nobody listens', async () => {
    const server = await fakeScanner(() => undefined);
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    await expect(clamd({ host: '127.0.0.1', port, silentMillis: 150 }).scan(file)).rejects.toThrow();
  });

  it('is not written to any further once it has refused', async () => {
    const server = await fakeScanner(
      () => undefined,
      (socket) => socket.end('INSTREAM size limit exceeded. ERROR\0'),
    );
    const { port } = server.address() as AddressInfo;
    await expect(clamd({ host: '127.0.0.1', port, silentMillis: 150 }).scan(file)).rejects.toThrow();
    server.close();
  });
});
