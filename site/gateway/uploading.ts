import http from 'node:http';
import https from 'node:https';
import type { Readable } from 'node:stream';
import { z } from 'zod';
import { jsonIn } from '../../platform/server/json-in';
import { REQUEST_ID_HEADER } from '../../platform/server/request-id';
import type { Asking } from './gateway';
import { GatewayRefusal } from './refusal';
import { textOf } from './text-of';
import { toldRefusal } from './told-refusal';

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
export type Upload = (sent: Sent, asking: Pick<Asking, 'accessToken' | 'requestId'>) => Promise<Uploaded>;

const addedModel = z.object({ id: z.string() });

/** Sends files to the gateway at `url` (without a path). Memory does not grow with them. */
export function uploadingTo(url: string): Upload {
  const { request } = new URL(url).protocol === 'https:' ? https : http;
  return async ({ source, dryRun, name, body }, { accessToken, requestId }) => {
    const address = new URL(`/imports/${encodeURIComponent(source)}`, url);
    address.searchParams.set('file', name);
    if (dryRun) address.searchParams.set('dryRun', 'true');
    const headers = {
      authorization: `Bearer ${accessToken}`,
      'content-type': 'application/octet-stream',
      [REQUEST_ID_HEADER]: requestId,
    };
    const answer = await answered(request(address, { method: 'POST', headers }), body);
    return readAnswer(answer.status, answer.text);
  };
}

/** The gateway may answer before all is sent: the rest is then read and thrown away, so that the browser hears of it. */
function answered(sending: http.ClientRequest, body: Readable): Promise<{ status: number; text: string }> {
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
  const refused = toldRefusal(text);
  if (refused === null || status >= 500) throw unreachable();
  if (status === 401 || status === 403) throw new GatewayRefusal(refused.code, refused.message);
  return { refused: refused.message };
}

const unreachable = () => new GatewayRefusal('UNREACHABLE', 'The gateway cannot be reached');
