import { createTransport } from 'nodemailer';
import type { WrittenMail } from './transport/transport';

/** What a mail says, and to whom. */
export interface Message {
  /** The mail's own id. */
  readonly id: string;
  readonly queuedAt: Date;
  readonly from: { readonly name: string; readonly address: string };
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Where whoever has it ends what it comes by, without signing in; null where it comes by nothing. */
  readonly unsubscribeUrl: string | null;
}

const LONGEST_SUBJECT = 150;
const NAME_LENGTH = 12;

/** Nothing is sent by it: it writes mails as they go over the wire. */
const writer = createTransport({
  ...{ streamTransport: true, buffer: true, newline: 'windows' },
  ...{ disableFileAccess: true, disableUrlAccess: true },
});

/** Writes a mail with its head (RFC 5322; RFC 8058 for its end). The same mail has the same Message-ID, however often it is written. */
export async function writeMail(message: Message): Promise<WrittenMail> {
  const { id, queuedAt, from, to, text, html } = message;
  const [, domain = ''] = from.address.split('@');
  const { message: raw } = await writer.sendMail({
    ...{ to, text, html, from: { ...from, name: oneLine(from.name) }, date: queuedAt },
    subject: oneLine(message.subject).slice(0, LONGEST_SUBJECT),
    messageId: `<${id}@${domain}>`,
    headers: {
      // Out-of-office replies go to nobody (RFC 3834).
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'Content-Language': 'en-GB',
      ...endingHeaders(message.unsubscribeUrl),
    },
  });
  if (!Buffer.isBuffer(raw)) throw new Error('A mail was not written whole');
  return { name: fileName(id, queuedAt), from: from.address, to, raw };
}

/** A mail program may end it by one click where the way there cannot be read by others. */
const endingHeaders = (url: string | null): Record<string, string> => ({
  ...(url === null ? {} : { 'List-Unsubscribe': `<${url}>` }),
  ...(url?.startsWith('https:') ? { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } : {}),
});

/** What ends a line of a head ends nothing here. */
const oneLine = (text: string): string => text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();

/** Begins with the day, so that a folder is in order. */
const fileName = (id: string, queuedAt: Date): string =>
  `${queuedAt.toISOString().slice(0, 16).replaceAll(':', '-')}-${id.slice(0, NAME_LENGTH)}`;
