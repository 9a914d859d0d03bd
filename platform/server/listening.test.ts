import { createServer, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { addressOf, closed, listening, PortError } from './listening';

const SETTING = 'SOME_PORT';

describe('a server', () => {
  it('says which port it got, and in which setting a taken one stands', async () => {
    const first = createServer();
    const port = await listening(first, { port: 0, setting: SETTING });
    expect(port).toBeGreaterThan(0);
    const second = listening(createServer(), { port, setting: SETTING });
    await expect(second).rejects.toThrow(PortError);
    await expect(second).rejects.toThrow(`Port ${port} (SOME_PORT) is in use by another program.`);
    await closed(first);
  });

  it.each([
    ['on this machine alone', {}, '127.0.0.1'],
    ['where it is told', { bindAddress: '0.0.0.0' }, '0.0.0.0'],
  ])('listens %s', async (_, where, address) => {
    const server = createServer();
    await listening(server, { port: 0, setting: SETTING, ...where });
    expect(server.address()).toMatchObject({ address });
    await closed(server);
  });

  it.each([
    [undefined, 'localhost'],
    [null, 'localhost'],
    ['0.0.0.0', 'localhost'],
    ['127.0.0.1', 'localhost'],
    ['10.1.2.3', '10.1.2.3'],
    ['fd00::1', '[fd00::1]'],
  ])('that listens at %s is reached at %s', (bindAddress, host) => {
    expect(addressOf(4000, bindAddress)).toBe(`http://${host}:4000`);
  });

  it('is reached where it says, also at an address that is not localhost’s', async () => {
    const server = createServer((_, response) => response.end('here'));
    const bindAddress = process.platform === 'linux' ? '127.0.0.2' : '127.0.0.1';
    const port = await listening(server, { port: 0, setting: SETTING, bindAddress });
    expect(await (await fetch(addressOf(port, bindAddress))).text()).toBe('here');
    await closed(server);
  });

  it('listens everywhere when it is told so, and nowhere where this machine is not', async () => {
    const server = createServer();
    await listening(server, { port: 0, setting: SETTING, bindAddress: null });
    expect(['::', '0.0.0.0']).toContain((server.address() as AddressInfo).address);
    await closed(server);
    await expect(
      listening(createServer(), { port: 0, setting: SETTING, bindAddress: '192.0.2.1' }),
    ).rejects.toThrow('BIND_ADDRESS is no address of this machine');
  });

  it('finishes the requests under way, and waits for no connection without one', async () => {
    let answer: ServerResponse | null = null;
    const server = createServer((_, response) => {
      answer = response;
    });
    const port = await listening(server, { port: 0, setting: SETTING });
    const spare = connect(port, 'localhost');
    const asked = fetch(`http://localhost:${port}`);
    while (answer === null) await new Promise((resolve) => setTimeout(resolve, 5));
    const since = Date.now();
    const closing = closed(server);
    (answer as ServerResponse).end('done');
    expect(await (await asked).text()).toBe('done');
    await closing;
    // The grace of requests under way is five seconds.
    expect(Date.now() - since).toBeLessThan(4_500);
    spare.destroy();
  });
});
