import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { addressOf, closed, listening } from '../../platform/server/listening';
import { type EventStream, type EventTimes, openEventStream } from './event-stream';
import { until } from './testing';

const TIMES: EventTimes = { beatMillis: 20, unreadMillis: 60_000 };

describe('server-sent events', () => {
  const opened: { readonly stream: EventStream; readonly response: ServerResponse }[] = [];
  let times = TIMES;
  const server = createServer((_, response) => {
    opened.push({ stream: openEventStream(response, times), response });
  });
  let url = '';
  beforeAll(async () => {
    url = addressOf(await listening(server, { port: 0, setting: 'GATEWAY_PORT' }));
  });
  beforeEach(() => {
    times = TIMES;
    opened.length = 0;
  });
  afterAll(() => closed(server));

  const first = () => {
    const [one] = opened;
    if (one === undefined) throw new Error('Nothing was opened');
    return one;
  };

  it('are written as the protocol has it, with beats between, and end', async () => {
    const response = await fetch(url);
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(response.headers.get('cache-control')).toContain('no-store');
    const { stream } = first();
    await wait(30);
    stream.next({ data: { text: 'a\nb' } });
    stream.complete();
    stream.next({ data: 'late' });
    const text = await response.text();
    expect(text).toMatch(
      /^retry: 3000\n:\n\n(?::\n\n)+event: next\ndata: \{"data":\{"text":"a\\nb"\}\}\n\nevent: complete\ndata:\n\n$/,
    );
  });

  it('stop with their reader, and let whoever waits for that go on', async () => {
    const leaving = new AbortController();
    await fetch(url, { signal: leaving.signal });
    const { stream, response } = first();
    leaving.abort();
    await until(() => response.destroyed);
    await stream.flowing();
    stream.next({ data: 'nobody hears' });
    stream.complete();
  });

  it('wait for a slow reader, and go on once it reads', async () => {
    const response = await fetch(url);
    const { stream, response: sent } = first();
    const large = { data: 'x'.repeat(100_000) };
    while (!sent.writableNeedDrain) {
      stream.next(large);
      await wait(1);
    }
    let isFlowing = false;
    const flowing = stream.flowing().then(() => {
      isFlowing = true;
    });
    await wait(50);
    expect(isFlowing).toBe(false);
    const reading = response.text();
    await flowing;
    stream.complete();
    expect((await reading).endsWith('event: complete\ndata:\n\n')).toBe(true);
  });

  it('hang up on a reader who takes nothing for too long', async () => {
    times = { beatMillis: 10, unreadMillis: 100 };
    const { port, hostname } = new URL(url);
    const socket = connect(Number(port), hostname);
    socket.pause();
    socket.write('GET / HTTP/1.1\r\nhost: localhost\r\n\r\n');
    socket.on('error', () => undefined);
    await until(() => opened.length > 0);
    const { stream, response } = first();
    const gone = once(response, 'close');
    while (!response.destroyed) {
      if (!response.writableNeedDrain) stream.next({ data: 'x'.repeat(1_000_000) });
      await wait(5);
    }
    await gone;
    socket.destroy();
  });
});
