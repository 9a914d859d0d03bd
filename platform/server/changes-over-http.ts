import type { ServerResponse } from 'node:http';
import { z } from 'zod';
import type { Change } from '../changes/change';
import type { FollowRequest, SubgraphExecutor } from './executor';

/** How changes go over HTTP: a line of JSON for each, and an empty one every so often. */
export const CHANGES_TYPE = 'application/x-ndjson';

const BEAT_MILLIS = 5_000;
/** Three beats that did not come. */
const SILENCE_MILLIS = 3 * BEAT_MILLIS;
/** Some thousand changes that a gateway has not read: it has gone without hanging up. */
const MOST_UNREAD_BYTES = 1_000_000;

/** Sends changes until the reader goes, they are lost, or `signal` aborts. Rejects where there is nothing to follow, before anything is sent. */
export async function sendChanges(
  follow: NonNullable<SubgraphExecutor['follow']>,
  { identityToken, signal }: Pick<FollowRequest, 'identityToken' | 'signal'>,
  response: ServerResponse,
): Promise<void> {
  const send = (line: string) => {
    if (response.writableLength > MOST_UNREAD_BYTES) response.destroy();
    else if (!response.destroyed) response.write(`${line}\n`);
  };
  const lost = new AbortController();
  response.setHeader('content-type', CHANGES_TYPE);
  await follow({
    ...{ identityToken, signal },
    onChange: (change) => send(JSON.stringify(change)),
    onLost: () => lost.abort(),
  });
  send('');
  const beat = setInterval(send, BEAT_MILLIS, '');
  const over = () => {
    clearInterval(beat);
    response.end();
  };
  const ending = AbortSignal.any([signal, lost.signal]);
  if (ending.aborted) over();
  else ending.addEventListener('abort', over, { once: true });
}

const changeModel = z.object({
  subjects: z.array(z.object({ source: z.string(), subject: z.string(), at: z.string() })),
  untold: z.array(z.object({ source: z.string(), since: z.string() })),
});

/** Reads changes as they come, until they end or nothing has come for so long that somebody must have gone. */
export async function readChanges(
  body: AsyncIterable<Uint8Array>,
  { onChange, onSilence }: { onChange(change: Change): void; onSilence(): void },
): Promise<void> {
  const decoder = new TextDecoder();
  const timer = setTimeout(onSilence, SILENCE_MILLIS);
  let rest = '';
  try {
    for await (const bytes of body) {
      timer.refresh();
      const lines = (rest + decoder.decode(bytes, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) if (line !== '') onChange(changeModel.parse(JSON.parse(line)));
    }
  } finally {
    clearTimeout(timer);
  }
}
