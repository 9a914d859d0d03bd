import type { IncomingMessage } from 'node:http';

/** All that an answer says, as text. Rejects where it breaks off. */
export async function textOf(response: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of response) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString('utf8');
}
