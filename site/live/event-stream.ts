import { PassThrough } from 'node:stream';

/** Why nothing more is told, and a browser need not come again; `FULL`: not yet. */
export type Over = 'SIGNED_OUT' | 'CLOSED' | 'FULL';

/** Server-sent events of one open page. */
export interface EventStream {
  readonly body: PassThrough;
  /** Tells a state. Where the reader has not taken the last ones, it waits for the next. */
  tell(state: object): void;
  /** Ends it: with why, or so that the browser comes again. */
  end(why?: Over): void;
}

/** Begins to tell; something is sent so often that nothing on the way takes the connection for a dead one. */
export function openEventStream({ beatMillis }: { readonly beatMillis: number }): EventStream {
  const body = new PassThrough();
  const write = (text: string) => {
    if (!body.writableEnded && !body.destroyed && !body.writableNeedDrain) body.write(text);
  };
  const beat = setInterval(() => write(':\n\n'), beatMillis);
  body.once('close', () => clearInterval(beat));
  write(':\n\n');
  return {
    body,
    tell: (state) => write(`event: told\ndata: ${JSON.stringify(state)}\n\n`),
    end(why) {
      clearInterval(beat);
      if (why !== undefined) write(`event: over\ndata: ${JSON.stringify({ why })}\n\n`);
      body.end();
    },
  };
}
