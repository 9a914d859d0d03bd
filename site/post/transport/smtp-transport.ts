import { Readable } from 'node:stream';
import type { NodemailerError } from 'nodemailer';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { isLoopback } from '../../../platform/config/loopback';
import type { SmtpTarget } from '../../../platform/config/post';
import { handedOf } from './handed-of';
import type { Transport, WrittenMail } from './transport';

/** A server that hangs holds the next mail up for so long, and no longer. */
const WAITS = {
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  dnsTimeout: 10_000,
  socketTimeout: 30_000,
};

/**
 * Hands mails to a server, each on a connection of its own. Over a network it is spoken to by TLS alone (RFC 8314, RFC 3207): a
 * server that offers none, or a certificate that does not hold, gets neither the login nor a mail. `ca` is whom to
 * believe beside the usual authorities, in PEM.
 */
export function smtpTransport(target: SmtpTarget, { ca }: { readonly ca?: string } = {}): Transport {
  const { host, port, isTls } = target;
  const isNear = isLoopback(host);
  const options = {
    ...{ host, port, ...WAITS, secure: isTls },
    ...{ requireTLS: !isTls && !isNear, ignoreTLS: !isTls && isNear },
    tls: { minVersion: 'TLSv1.2' as const, ...(ca === undefined ? {} : { ca }) },
  };
  return {
    async hand(mail) {
      const connection = new SMTPConnection(options);
      const sending = { isBegun: false };
      const error = await handedOver(connection, target, mail, sending);
      if (error === null) connection.quit();
      else connection.close();
      return handedOf(error, sending);
    },
  };
}

/** What a mail failed by; null where the server took it. `sending` is told when the mail itself begins to go. */
function handedOver(
  connection: SMTPConnection,
  { user, password }: SmtpTarget,
  { from, to, raw }: WrittenMail,
  sending: { isBegun: boolean },
): Promise<NodemailerError | null> {
  // It is read when the server has said that it takes it, and not before.
  const text = Readable.from(
    (function* () {
      sending.isBegun = true;
      yield raw;
    })(),
  );
  return new Promise((resolve) => {
    connection.on('error', resolve);
    connection.on('end', () => resolve(new Error('The connection ended')));
    const send = () => connection.send({ from, to, size: raw.length }, text, (error) => resolve(error));
    connection.connect((error) => {
      if (error !== undefined && error !== null) return resolve(error);
      if (user === null) return send();
      const credentials = { user, pass: password ?? '' };
      return connection.login({ credentials }, (refused) => (refused ? resolve(refused) : send()));
    });
  });
}
