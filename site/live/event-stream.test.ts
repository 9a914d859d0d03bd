import { text } from 'node:stream/consumers';
import { openEventStream } from './event-stream';

describe('events of an open page', () => {
  it('end with why nothing more is told, and nothing follows', async () => {
    const stream = openEventStream({ beatMillis: 60_000 });
    stream.tell({ version: 2 });
    stream.end('FULL');
    stream.tell({ version: 3 });
    stream.end();
    expect(await text(stream.body)).toBe(
      ':\n\nevent: told\ndata: {"version":2}\n\nevent: over\ndata: {"why":"FULL"}\n\n',
    );
  });

  it('are kept for nobody who takes none', () => {
    const stream = openEventStream({ beatMillis: 60_000 });
    const state = { ids: Array.from({ length: 1_000 }, (_, place) => `corporate-${place}`) };
    for (let turn = 0; turn < 100; turn += 1) stream.tell(state);
    expect(stream.body.writableLength + stream.body.readableLength).toBeLessThan(100_000);
    stream.body.destroy();
  });
});
