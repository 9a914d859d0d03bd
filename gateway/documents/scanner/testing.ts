import { createServer, type Server, type Socket } from 'node:net';

const COMMAND = 'zINSTREAM\0';

/** A scanner that hears what ClamAV’s daemon would, and answers as a test wants; `begin` answers before the file is there. */
export function fakeScanner(
  answer: (content: Buffer, socket: Socket) => void,
  begin?: (socket: Socket) => void,
): Promise<Server> {
  const server = createServer((socket) => {
    let heard = Buffer.alloc(0);
    socket.on('error', () => undefined);
    begin?.(socket);
    socket.on('data', (data) => {
      heard = Buffer.concat([heard, data]);
      const content = contentOf(heard);
      if (content !== null) answer(content, socket);
    });
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

/** The file, once its end was told. */
function contentOf(heard: Buffer): Buffer | null {
  const pieces: Buffer[] = [];
  for (let at = COMMAND.length; at + 4 <= heard.length; ) {
    const length = heard.readUInt32BE(at);
    if (length === 0) return Buffer.concat(pieces);
    pieces.push(heard.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return null;
}
