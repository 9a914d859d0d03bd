import { createServer, type Server } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** A mail as a server got it. */
export interface CameMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly raw: string;
  readonly isSecure: boolean;
  readonly user: string | null;
}

/** What a made-up mail server does otherwise than to take everything. */
export interface Answering {
  /** For each recipient: an error with a code, or nothing. */
  recipient?(address: string): SmtpRefusal | null;
  /** When a mail has come whole. */
  mail?(): SmtpRefusal | null;
}

/** An answer that a mail server refuses by. */
export interface SmtpRefusal {
  readonly code: number;
  readonly says: string;
}

/** Starts a real mail server of a test's own, which keeps what it gets. */
export async function startMailServer(options: SMTPServerOptions = {}, answering: Answering = {}) {
  const came: CameMail[] = [];
  const server = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ['STARTTLS'], logger: false, closeTimeout: 500 },
    onRcptTo({ address }, _, callback) {
      const refused = answering.recipient?.(address) ?? null;
      callback(refused && errorOf(refused));
    },
    onData(stream, session, callback) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const refused = answering.mail?.() ?? null;
        if (refused !== null) return callback(errorOf(refused));
        const { mailFrom, rcptTo } = session.envelope;
        came.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          raw: Buffer.concat(parts).toString('latin1'),
          isSecure: session.secure === true,
          user: typeof session.user === 'string' ? session.user : null,
        });
        return callback(null);
      });
    },
    ...options,
  });
  // Clients that find no trust in its certificate hang up: that is what some tests are for.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    came,
    port: portOf(server.server),
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

/** A server that takes a mail as far as its end, and then is gone without an answer. */
export async function startBreakingServer() {
  const server = createServer((socket) => {
    socket.write('220 breaking\r\n');
    let isData = false;
    socket.on('error', () => undefined);
    socket.on('data', (part) => {
      const said = part.toString('latin1');
      if (isData) {
        if (said.includes('\r\n.\r\n')) socket.destroy();
      } else if (said.startsWith('EHLO')) socket.write('250 breaking\r\n');
      else if (said.startsWith('DATA')) {
        isData = true;
        socket.write('354 go on\r\n');
      } else socket.write('250 fine\r\n');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: portOf(server), stop: () => new Promise<void>((resolve) => server.close(() => resolve())) };
}

function portOf(server: Pick<Server, 'address'>): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

const errorOf = ({ code, says }: SmtpRefusal): Error =>
  Object.assign(new Error(says), { responseCode: code });
