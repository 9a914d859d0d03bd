import type { IncomingMessage } from 'node:http';
import type { Arriving } from '../doors/door';
import { Refusal } from '../entrance/refusal';
import { nameInDisposition, shownName } from './file-name';

/** What somebody who sends a file wants. */
export interface Asked {
  readonly source: string;
  /** The file's name, for people. */
  readonly file: string;
  readonly dryRun: boolean;
}

/** What opens imports. */
const SCOPE = 'imports';

interface Place {
  /** What comes before the source. */
  readonly path: string;
  readonly sources: readonly string[];
}

/** Reads what is asked, before any of the file is. Throws a `Refusal` that says what is wrong and how to write it. */
export function checkAsked({ request, identity }: Omit<Arriving, 'signal'>, { path, sources }: Place): Asked {
  if (!identity.scopes.includes(SCOPE))
    throw new Refusal(403, 'FORBIDDEN', 'Your role may not import. An admin may.', null, identity.subject);
  if (request.method !== 'POST') throw new Refusal(405, 'BAD_REQUEST', 'Send a file here by POST.');
  const url = new URL(request.url ?? '/', 'http://gateway');
  const source = sourceIn(url.pathname.slice(path.length));
  if (!sources.includes(source))
    throw wrong(
      'UNKNOWN_SOURCE',
      `There is no such source. Send the file to ${path}SOURCE, where SOURCE is ${listed(sources)}.`,
    );
  checkBody(request);
  const given = url.searchParams.get('file') ?? nameInDisposition(header(request, 'content-disposition'));
  const file = (given === null ? null : shownName(given)) ?? `a file of ${source}`;
  return { source, file, dryRun: readDryRun(url.searchParams.get('dryRun')) };
}

function sourceIn(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

function readDryRun(given: string | null): boolean {
  if (given === null || given === 'false') return false;
  if (given === 'true') return true;
  throw wrong('BAD_REQUEST', 'The parameter `dryRun` is true or false.');
}

/**
 * The file is the body as it is: not packed, and not wrapped into a form. That of `curl --data-binary` calls itself
 * `application/x-www-form-urlencoded` unless it is told otherwise, and is the file all the same.
 */
function checkBody(request: IncomingMessage): void {
  const coding = header(request, 'content-encoding');
  if (coding !== '' && coding !== 'identity')
    throw wrong('BAD_REQUEST', 'Send the file as it is, without a Content-Encoding.');
  if (/^\s*multipart\//iu.test(header(request, 'content-type')))
    throw wrong(
      'BAD_REQUEST',
      'Send the file itself as the body, not a form with it, such as with `curl --data-binary @FILE`.',
    );
}

const header = (request: IncomingMessage, name: string): string => String(request.headers[name] ?? '');

const wrong = (code: string, message: string): Refusal => new Refusal(400, code, message);

const listed = (names: readonly string[]): string => `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
