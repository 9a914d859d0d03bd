import type { Readable } from 'node:stream';
import { type Asker, headersOf } from './asker';
import { beginAnswer } from './begin-answer';
import { clientFor } from './client-for';
import { parametersOf } from './export-parameters';
import { unreachable } from './refusal';
import { textOf } from './text-of';
import { whyNoFile } from './told-refusal';

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
export type Download = (wanted: Wanted, asker: Asker) => Promise<Downloaded | { readonly refused: string }>;

/** Fetches files from the gateway at `url` (without a path). Memory does not grow with them. */
export function downloadingFrom(url: string): Download {
  const { request } = clientFor(new URL(url));
  return async ({ file, where }, asker) => {
    const address = new URL(`/exports/${file}`, url);
    address.search = parametersOf(where).toString();
    const response = await beginAnswer(request(address, { headers: headersOf(asker) }));
    if (response.statusCode === 200)
      return {
        body: response,
        rows: Number(response.headers['x-row-count']),
        asAt: String(response.headers['x-as-at']),
      };
    const said = await textOf(response).catch(() => '');
    // It has too much to do: that passes, as being out of reach does.
    if (response.statusCode === 429) throw unreachable();
    return whyNoFile(response.statusCode ?? 0, said);
  };
}
