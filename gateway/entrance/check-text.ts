import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import { Refusal } from './refusal';

const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/**
 * A body of one of these media types as UTF-8, without the byte order mark that some clients put before it. Throws a
 * `Refusal` for another type (415) or for text that is written otherwise (415, 400): read as UTF-8, names would change. The
 * request then names the type in its plain form.
 */
export function checkText(
  request: IncomingMessage,
  body: Buffer,
  mediaTypes: readonly [string, ...string[]],
): Buffer {
  const [type = '', ...parameters] = partsOf(request.headers['content-type'] ?? '');
  if (!mediaTypes.includes(type))
    throw new Refusal(
      415,
      'BAD_REQUEST',
      `The body's Content-Type has to be ${mediaTypes[0]}${type === '' ? '' : `, and is ${JSON.stringify(type.slice(0, 100))}`}.`,
    );
  const charset = parameters.find((each) => each.startsWith('charset='))?.slice('charset='.length);
  if (charset !== undefined && !/^"?utf-?8"?$/.test(charset))
    throw new Refusal(415, 'BAD_REQUEST', 'The body has to be written in UTF-8 (charset=utf-8).');
  if (!isUtf8(body)) throw new Refusal(400, 'BAD_REQUEST', 'The body is not UTF-8.');
  request.headers['content-type'] = type;
  return body.subarray(0, 3).equals(BYTE_ORDER_MARK) ? body.subarray(3) : body;
}

const partsOf = (header: string): string[] =>
  header.split(';').map((part) =>
    part
      .trim()
      .toLowerCase()
      .replaceAll(/\s*=\s*/g, '='),
  );
