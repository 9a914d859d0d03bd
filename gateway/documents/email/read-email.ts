import PostalMime, { type Address, type Attachment, type Email } from 'postal-mime';
import { htmlText } from './html-text';

/** Something that came with an e-mail. */
export interface EmailPart {
  /** Null where it has no name. */
  readonly name: string | null;
  readonly content: Uint8Array;
}

/** An e-mail as text, and what came with it. */
export interface ReadEmail {
  readonly text: string;
  readonly parts: readonly EmailPart[];
}

const LIMITS = { maxNestingDepth: 50, maxHeadersSize: 500_000, forceRfc822Attachments: true };

/** Reads an e-mail; null for one that cannot be read. Pictures within its text come as parts, too. */
export async function readEmail(content: Buffer): Promise<ReadEmail | null> {
  try {
    const email = await PostalMime.parse(content, LIMITS);
    return { text: textOf(email), parts: email.attachments.map(partOf) };
  } catch {
    return null;
  }
}

const partOf = ({ filename, mimeType, content }: Attachment): EmailPart => ({
  name: filename ?? (mimeType === 'message/rfc822' ? 'e-mail.eml' : null),
  content: typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content),
});

function textOf(email: Email): string {
  const head = [
    ['From', email.from === undefined ? '' : addressText(email.from)],
    ['To', addressesText(email.to)],
    ['Copy to', addressesText(email.cc)],
    ['Date', email.date ?? ''],
    ['Subject', email.subject ?? ''],
  ].flatMap(([name, value]) => (value === '' ? [] : [`${name}: ${value}`]));
  const body = email.text?.trim() || htmlText(email.html ?? '') || 'The e-mail has no text.';
  return [...head, '', body, ''].join('\n');
}

const addressesText = (addresses: readonly Address[] = []): string => addresses.map(addressText).join('; ');

function addressText({ name, address, group }: Address): string {
  if (group !== undefined) return `${name}: ${group.map(addressText).join(', ')}`;
  return name === '' ? address : `${name} <${address}>`;
}
