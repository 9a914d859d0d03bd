import type http from 'node:http';
import type { Readable } from 'node:stream';
import { z } from 'zod';
import { jsonIn } from '../../platform/server/json-in';
import { type Asker, headersOf } from './asker';
import { clientFor } from './client-for';
import { GatewayRefusal, unreachable } from './refusal';
import { textOf } from './text-of';
import { whyNoFile } from './told-refusal';

/** A file on its way to the gateway's door for imports. */
export interface Sent {
  readonly source: string;
  readonly dryRun: boolean;
  readonly name: string;
  readonly body: Readable;
}

/** The id of the import that was added, or why none was. */
export type Uploaded = { readonly id: string } | { readonly refused: string };

/** Sends a file on as it comes. Throws `GatewayRefusal` where the gateway cannot be reached or the person may not. */
export type Upload = (sent: Sent, asker: Asker) => Promise<Uploaded>;

const addedModel = z.object({ id: z.string() });

/** Sends files to the gateway at `url` (without a path). Memory does not grow with them. */
export function uploadingTo(url: string): Upload {
  const { request } = clientFor(new URL(url));
  return async ({ source, dryRun, name, body }, asker) => {
    const address = new URL(`/imports/${encodeURIComponent(source)}`, url);
    address.searchParams.set('file', name);
    if (dryRun) address.searchParams.set('dryRun', 'true');
    const headers = { ...headersOf(asker), 'content-type': 'application/octet-stream' };
    const answer = await sendOn(request(address, { method: 'POST', headers }), body);
    return readAnswer(answer.status, answer.text);
  };
}

/** Sends a body on as it comes. The gateway may answer before all is sent: the rest is then read and thrown away, so that the browser hears of it. */
export function sendOn(
  sending: http.ClientRequest,
  body: Readable,
): Promise<{ readonly status: number; readonly text: string }> {
  return new Promise((resolve, reject) => {
    const give = (settle: () => void) => {
      body.unpipe(sending);
      body.resume();
      settle();
    };
    sending.on('response', (response) => {
      textOf(response).then(
        (text) => give(() => resolve({ status: response.statusCode ?? 0, text })),
        () => give(() => reject(unreachable())),
      );
    });
    sending.on('error', () => give(() => reject(unreachable())));
    body.on('error', () => {
      sending.destroy();
      reject(new GatewayRefusal('UNREACHABLE', 'The upload broke off'));
    });
    body.pipe(sending);
  });
}

function readAnswer(status: number, text: string): Uploaded {
  if (status === 202) {
    const added = addedModel.safeParse(jsonIn(text));
    if (added.success) return added.data;
  }
  return whyNoFile(status, text);
}
