import { createReadStream } from 'node:fs';
import { connect, type Socket } from 'node:net';

/** What a scanner says of a file. */
export type Scanned = 'CLEAN' | 'FOUND';

/** Looks for harmful software in files. */
export interface Scanner {
  /** Throws where no answer can be had: then nobody knows. */
  scan(path: string): Promise<Scanned>;
}

const CHUNK_BYTES = 65_536;
const MOST_ANSWER_BYTES = 4_096;

/**
 * ClamAV’s daemon, by its own protocol: `INSTREAM`, the file in chunks with their lengths before them, and a line that says what it
 * found. It has `silentMillis` to take the next bytes, or to answer.
 */
export function clamd({
  host,
  port,
  silentMillis,
}: {
  readonly host: string;
  readonly port: number;
  readonly silentMillis: number;
}): Scanner {
  return {
    async scan(path) {
      const socket = connect({ host, port });
      socket.setTimeout(silentMillis, () => socket.destroy(new Error('The scanner is silent')));
      try {
        const answer = answerOf(socket);
        answer.catch(() => undefined);
        await send(socket, path, answer);
        return readAnswer(await answer);
      } finally {
        socket.destroy();
      }
    },
  };
}

async function send(socket: Socket, path: string, answer: Promise<string>): Promise<void> {
  await write(socket, Buffer.from('zINSTREAM\0'), answer);
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK_BYTES })) {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(chunk.length);
    await write(socket, Buffer.concat([length, chunk]), answer);
  }
  await write(socket, Buffer.alloc(4), answer);
}

/** Waits until the scanner has room for more; one that has answered already, or is gone, takes no more. */
async function write(socket: Socket, bytes: Buffer, answer: Promise<string>): Promise<void> {
  const written = new Promise<void>((resolve, reject) => {
    socket.write(bytes, (error) => (error ? reject(error) : resolve()));
  });
  await Promise.race([written, answer]);
}

function answerOf(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    socket.on('data', (data: Buffer) => {
      text += data.toString('latin1');
      if (text.includes('\0') || text.length > MOST_ANSWER_BYTES) resolve(text);
    });
    socket.once('end', () => resolve(text));
    socket.once('error', reject);
    socket.once('close', () => reject(new Error('The scanner hung up')));
  });
}

/** Its answer names the file `stream`, and what it found, which is told to nobody: it may say more of the file than its name. */
function readAnswer(answer: string): Scanned {
  const [line = ''] = answer.split('\0');
  if (/^stream: OK\s*$/.test(line)) return 'CLEAN';
  if (/^stream: .+ FOUND\s*$/.test(line)) return 'FOUND';
  throw new Error('The scanner gave no answer that can be read');
}
