import type { IncomingMessage } from 'node:http';
import { isUuid } from '../../platform/server/named-command';
import type { Arriving } from '../doors/door';
import { Refusal } from '../entrance/refusal';
import { nameInDisposition } from '../uploads/file-name';

/** What somebody who attaches a document wants. */
export interface AskedDocument {
  /** The part that has the complaint. */
  readonly stream: string;
  readonly complaint: string;
  readonly key: string;
  readonly source: 'UPLOAD' | 'LETTER';
  /** What the file is called, as the sender says it; null where they do not. */
  readonly name: string | null;
}

export const DOCUMENTS_PATH = '/documents';

/** What opens documents. */
const SCOPE = 'casework';

/** Throws a `Refusal` for whoever works on no complaints. */
export function checkWorks({ identity }: Pick<Arriving, 'identity'>): void {
  if (identity.scopes.includes(SCOPE)) return;
  throw new Refusal(
    403,
    'FORBIDDEN',
    'Your role may not open documents of complaints. Officers and managers may.',
    null,
    identity.subject,
  );
}

/** Reads what is asked, before any of the file is. Throws a `Refusal` that says what is wrong and how to write it. */
export function checkAttached(
  { request }: Pick<Arriving, 'request'>,
  streams: readonly string[],
): AskedDocument {
  const { searchParams } = new URL(request.url ?? '/', 'http://gateway');
  const complaint = searchParams.get('complaint') ?? '';
  const stream = streamOf(complaint, streams);
  if (stream === null)
    throw wrong(
      'Name the complaint by its id: POST /documents?complaint=ID&key=UUID. There is none of this id.',
    );
  const key = searchParams.get('key') ?? '';
  if (!isUuid(key)) throw wrong('Name the command by `key`, a UUID: the same when the file is sent again.');
  const source = searchParams.get('source') ?? 'UPLOAD';
  if (source !== 'UPLOAD' && source !== 'LETTER') throw wrong('The parameter `source` is UPLOAD or LETTER.');
  checkBody(request);
  const name = nameInDisposition(header(request, 'content-disposition'));
  return { stream, complaint, key, source, name };
}

/** The stream with which an id begins; null for none. */
export const streamOf = (id: string, streams: readonly string[]): string | null =>
  streams.find((stream) => id.startsWith(`${stream}-`)) ?? null;

/** The file is the body as it is: not packed, and not in a form. What type it calls itself does not count. */
function checkBody(request: IncomingMessage): void {
  const coding = header(request, 'content-encoding');
  if (coding !== '' && coding !== 'identity')
    throw wrong('Send the file as it is, without a Content-Encoding.');
  if (/^\s*multipart\//iu.test(header(request, 'content-type')))
    throw wrong(
      'Send the file itself as the body, and its name in a header Content-Disposition: not a form.',
    );
}

const header = (request: IncomingMessage, name: string): string => String(request.headers[name] ?? '');

const wrong = (message: string): Refusal => new Refusal(400, 'BAD_REQUEST', message);
