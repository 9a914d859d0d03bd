import type { Readable } from 'node:stream';
import { z } from 'zod';
import { attachmentNamed } from '../../platform/server/attachment';
import { jsonIn } from '../../platform/server/json-in';
import { type Asker, headersOf } from './asker';
import { beginAnswer } from './begin-answer';
import { clientFor } from './client-for';
import { GatewayRefusal, unreachable } from './refusal';
import { textOf } from './text-of';
import { toldRefusal } from './told-refusal';
import { sendOn } from './uploading';

/** A file that is to be attached to a complaint. */
export interface AttachedFile {
  readonly complaint: string;
  readonly key: string;
  readonly source: 'UPLOAD' | 'LETTER';
  readonly name: string;
  readonly body: Readable;
}

/** What was attached: the documents, an e-mail before what came with it; or why nothing was. */
export type Attached = z.output<typeof attachedModel> | { readonly refused: string };

/** What documents the gateway takes, and whether it looks for harmful software in them. */
export type WhatIsTaken = z.output<typeof takenModel>;

/** A document on its way from the gateway. */
export interface OpenedDocument {
  readonly body: Readable;
  readonly mediaType: string;
  /** What the answer says of itself, to be said on. */
  readonly disposition: string;
}

/** The gateway's doors for documents. Each throws `GatewayRefusal` where the gateway cannot be reached or the person may not. */
export interface Documents {
  taken(asker: Asker): Promise<WhatIsTaken>;
  attach(file: AttachedFile, asker: Asker): Promise<Attached>;
  /** Null where there is no such document for the person, or no preview of it. Each is a reading that is recorded. */
  open(
    of: { readonly id: string; readonly isPreview: boolean },
    asker: Asker,
  ): Promise<OpenedDocument | null>;
}

const attachedModel = z.object({
  version: z.int(),
  documents: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      leftOut: z.array(z.object({ name: z.string(), reason: z.string() })),
    }),
  ),
});
const takenModel = z.object({
  isScanned: z.boolean(),
  maximumBytes: z.number(),
  kinds: z.array(z.object({ title: z.string(), ending: z.string() })),
});

/** Said by a gateway that is there, of what is behind it: the person is told, and may try again. */
const PASSES = new Set(['SCANNER_UNAVAILABLE', 'SUBGRAPH_UNAVAILABLE']);

/** The doors of the gateway at `url` (without a path). Memory does not grow with what is sent. */
export function documentsOf(url: string): Documents {
  const { request } = clientFor(new URL(url));
  const get = (path: string, asker: Asker) =>
    beginAnswer(request(new URL(path, url), { headers: headersOf(asker) }));
  return {
    async taken(asker) {
      const response = await get('/documents', asker);
      const read = takenModel.safeParse(jsonIn(await textOf(response)));
      if (!read.success) throw unreachable();
      return read.data;
    },
    async attach({ complaint, key, source, name, body }, asker) {
      const address = new URL('/documents', url);
      address.search = new URLSearchParams({ complaint, key, source }).toString();
      const headers = {
        ...headersOf(asker),
        'content-type': 'application/octet-stream',
        'content-disposition': attachmentNamed(name),
      };
      const { status, text } = await sendOn(request(address, { method: 'POST', headers }), body);
      const read = attachedModel.safeParse(jsonIn(text));
      return status === 201 && read.success ? read.data : whyNot(status, text);
    },
    async open({ id, isPreview }, asker) {
      const path = `/documents/${encodeURIComponent(id)}${isPreview ? '/preview' : ''}`;
      const response = await get(path, asker);
      const status = response.statusCode ?? 0;
      if (status === 200)
        return {
          body: response,
          mediaType: String(response.headers['content-type']),
          disposition: String(response.headers['content-disposition']),
        };
      const refused = toldRefusal(await textOf(response).catch(() => ''));
      if (status === 404 || status === 415) return null;
      throw refused === null ? unreachable() : new GatewayRefusal(refused.code, refused.message);
    },
  };
}

function whyNot(status: number, text: string): { readonly refused: string } {
  const refused = toldRefusal(text);
  if (refused === null || (status >= 500 && !PASSES.has(refused.code))) throw unreachable();
  if (status === 401) throw new GatewayRefusal(refused.code, refused.message);
  return { refused: refused.message };
}
