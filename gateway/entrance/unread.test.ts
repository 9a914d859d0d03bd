import { connect } from 'node:net';
import { at, type GuardedDoor } from '../doors/door';
import { type Library, startLibrary } from '../testing/start-library';

const ANSWER_TIMEOUT_MILLIS = 800;

const door = (path: string, bytes: number): GuardedDoor => ({
  ...{ isOpen: false, matches: at(path), maxBodyBytes: 0 },
  answer: ({ response }) => void response.end(Buffer.alloc(bytes)),
});
/** More than the network between takes by itself. */
const MORE_THAN_BUFFERS = 40_000_000;

describe('an answer that nobody reads', () => {
  let library: Library;
  beforeAll(async () => {
    library = await startLibrary({
      answerTimeoutMillis: ANSWER_TIMEOUT_MILLIS,
      concurrency: { concurrent: 1, waiting: 1, waitMillis: 10_000 },
      furtherDoors: () => [door('/long', MORE_THAN_BUFFERS), door('/short', 100_000)],
    });
  });
  afterAll(() => library.stop());

  it('is given up after its time, and the caller asks on', async () => {
    const { port, host } = new URL(library.url);
    const socket = connect(Number(port), 'localhost');
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.on('error', () => undefined);
    socket.write(
      `GET /long HTTP/1.1\r\nhost: ${host}\r\nauthorization: Bearer ${await library.token('officer')}\r\n\r\n`,
    );
    socket.pause();
    const { status } = await library.ask('{ whoAmI }');
    expect(status).toBe(200);
    socket.resume();
    await closed;
  });

  it('is no answer that somebody reads', async () => {
    const answer = await fetch(`${library.url}/short`, {
      headers: { authorization: `Bearer ${await library.token('officer')}` },
    });
    expect((await answer.arrayBuffer()).byteLength).toBe(100_000);
  });
});
