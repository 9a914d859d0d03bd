import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { listening } from '../server/listening';
import { createPostWebhook, webhookUrlProblem } from './post-webhook';

let server: Server;
let port = 0;
let answer: (request: IncomingMessage, response: ServerResponse) => void = () => undefined;
let asked: string[] = [];
beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    answer(request, response);
  });
  port = await listening(server, { port: 0, setting: 'TEST' });
});
beforeEach(() => {
  asked = [];
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const post = (url: string, options: Parameters<typeof createPostWebhook>[0] = {}) =>
  createPostWebhook(options)({ url, headers: { 'webhook-id': 'a' }, body: '{}' });
const own = () => `http://127.0.0.1:${port}/hook`;
const leadingTo = (...addresses: string[]) => ({
  resolve: async () => addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
});

describe('an address that webhooks are to go to', () => {
  it.each([
    ...[
      'http://hooks.example.org/',
      'ftp://hooks.example.org/',
      'hooks.example.org',
      'https://',
      'file:///etc/passwd',
    ],
    ...[
      'https://user:word@hooks.example.org/',
      'https://hooks.example.org/#x',
      `https://x.example/${'a'.repeat(500)}`,
    ],
    ...[
      'https://127.0.0.1/',
      'https://[::1]/',
      'https://10.0.0.1/',
      'https://169.254.169.254/latest/meta-data',
    ],
    ...[
      'https://[::ffff:10.0.0.1]/',
      'https://2130706433/',
      'https://0x7f.1/',
      'https://017700000001/',
      'https://0/',
    ],
    ...['https://[fd00::1]/', 'https://100.64.0.1/', 'http://127.0.0.1/'],
  ])('is refused at once: %s', (url) => {
    expect(webhookUrlProblem(url)).not.toBeNull();
  });

  it.each([
    'https://localhost/x',
    'https://localhost./x',
    'https://intranet/',
    'https://foo.localhost/',
    'https://printer.local/',
    'https://metadata.google.internal/',
    'https://168.63.129.16/',
    'https://hooks.example.org:22/',
  ])('is refused, of this network or of another service: %s', (url) => {
    expect(webhookUrlProblem(url)).not.toBeNull();
  });

  it.each(['https://hooks.example.org/complaints?for=us', 'https://93.184.215.14:8443/'])(
    'is taken: %s',
    (url) => {
      expect(webhookUrlProblem(url)).toBeNull();
    },
  );
});

describe('sending a webhook', () => {
  it.each([
    ['one of this machine', ['127.0.0.1']],
    ['a private one', ['10.1.2.3']],
    ['one of metadata', ['169.254.169.254']],
    ['a private one behind a public one', ['93.184.215.14', '192.168.0.1']],
    ['one of IPv4 written as IPv6', ['::ffff:10.0.0.1']],
    ['nothing', []],
  ])('sends nothing where the name leads to %s', async (_, addresses) => {
    await expect(post(`https://hooks.example.org:${port}/`, leadingTo(...addresses))).rejects.toThrow(
      /open internet|resolved/,
    );
    expect(asked).toEqual([]);
  });

  it('connects to the address that was looked at, whatever the name says the next time', async () => {
    answer = (_, response) => response.writeHead(204).end();
    const names: string[] = [];
    const resolve = async (name: string) => {
      names.push(name);
      return [{ address: '127.0.0.1', family: 4 }];
    };
    expect(await post(`http://127.0.0.1:${port}/hook`, { allowsLoopback: true, resolve })).toBe(204);
    expect([names, asked]).toEqual([['127.0.0.1'], ['POST /hook']]);
  });

  it('sends to this machine in tests alone', async () => {
    await expect(post(own())).rejects.toThrow('https://');
    expect(asked).toEqual([]);
  });

  it('follows no way on', async () => {
    answer = (_, response) => response.writeHead(302, { location: '/elsewhere' }).end();
    expect(await post(own(), { allowsLoopback: true })).toBe(302);
    expect(asked).toEqual(['POST /hook']);
  });

  it('waits no longer than its time', async () => {
    answer = () => undefined;
    await expect(post(own(), { allowsLoopback: true, timeoutMillis: 100 })).rejects.toThrow('in time');
  });

  it('reads no answer without end', async () => {
    answer = (_, response) => {
      response.writeHead(200);
      const more = () => {
        while (!response.destroyed && response.write('x'.repeat(65_536)));
      };
      response.on('drain', more);
      more();
    };
    expect(await post(own(), { allowsLoopback: true })).toBe(200);
  });

  it('says that the connection failed, and nothing of the network', async () => {
    await expect(post('http://127.0.0.1:1/', { allowsLoopback: true })).rejects.toThrow(
      'The connection failed.',
    );
  });
});
