import http from 'node:http';
import https from 'node:https';
import type { Readable } from 'node:stream';
import { REQUEST_ID_HEADER } from '../../platform/server/request-id';
import { parametersOf } from './export-parameters';
import type { Asking } from './gateway';
import { GatewayRefusal } from './refusal';
import { textOf } from './text-of';
import { toldRefusal } from './told-refusal';

/** A file of records on its way from the gateway: how many rows it has, and of which day it speaks. */
export interface Downloaded {
  readonly body: Readable;
  readonly rows: number;
  readonly asAt: string;
}

/** A file that the gateway exports: which, and how it is narrowed. */
export interface Wanted {
  readonly file: string;
  readonly where: Readonly<Record<string, unknown>>;
}

/** Gives a file as it comes, or why there is none. Throws `GatewayRefusal` where the gateway cannot be reached or the person may not. */
export type Download = (
  wanted: Wanted,
  asking: Pick<Asking, 'accessToken' | 'requestId'>,
) => Promise<Downloaded | { readonly refused: string }>;

/** Until the file begins: the gateway has a caller wait for others, and counts first. */
const BEGIN_MILLIS = 60_000;

/** Fetches files from the gateway at `url` (without a path). Memory does not grow with them. */
export function downloadingFrom(url: string): Download {
  const { request } = new URL(url).protocol === 'https:' ? https : http;
  return async ({ file, where }, { accessToken, requestId }) => {
    const address = new URL(`/exports/${file}`, url);
    address.search = parametersOf(where).toString();
    const headers = { authorization: `Bearer ${accessToken}`, [REQUEST_ID_HEADER]: requestId };
    const response = await new Promise<http.IncomingMessage>((resolve, reject) => {
      const sending = request(address, { headers });
      const late = setTimeout(() => sending.destroy(new Error('No file has begun')), BEGIN_MILLIS);
      sending.on('response', (begun) => {
        clearTimeout(late);
        resolve(begun);
      });
      sending.on('error', () => {
        clearTimeout(late);
        reject(unreachable());
      });
      sending.end();
    });
    if (response.statusCode === 200)
      return {
        body: response,
        rows: Number(response.headers['x-row-count']),
        asAt: String(response.headers['x-as-at']),
      };
    return readRefusal(response.statusCode ?? 0, await textOf(response).catch(() => ''));
  };
}

function readRefusal(status: number, text: string): { refused: string } {
  const refused = toldRefusal(text);
  if (refused === null || status >= 500 || status === 429) throw unreachable();
  if (status === 401 || status === 403) throw new GatewayRefusal(refused.code, refused.message);
  return { refused: refused.message };
}

const unreachable = () => new GatewayRefusal('UNREACHABLE', 'The gateway cannot be reached');
