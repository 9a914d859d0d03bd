import { countEvents } from '../../platform/outbox/read';
import { followedBy, rebuild } from '../../platform/outbox/rebuild';
import type { Heed } from './heed-job';
import type { PerformingOn } from './performing-on';

/** Builds anew all that follows other parts, each in one transaction; says what that was. Ended half-way, each is whole or as it was. */
export async function rebuildAll(
  {
    schemas,
    settings: { clock },
  }: Pick<PerformingOn, 'schemas'> & { readonly settings: Pick<PerformingOn['settings'], 'clock'> },
  heed: Pick<Heed, 'tells' | 'check'>,
): Promise<string> {
  const { consumers, sources } = schemas;
  const counted = new Map(
    await Promise.all(sources.map(async (source) => [source, await countEvents(source)] as const)),
  );
  const expected = consumers
    .flatMap((consumer) => followedBy(consumer, sources))
    .reduce((sum, source) => sum + (counted.get(source) ?? 0), 0);
  let done = 0;
  heed.tells(() => ({ done, expected: Math.max(done, expected) }));
  const built = new Map<string, string[]>();
  let setAside = 0;
  for (const consumer of consumers) {
    const aside = await rebuild({
      ...{ consumer, sources, clock },
      afterBatch(events) {
        done += events;
        heed.check();
      },
    });
    setAside += aside.length;
    built.set(consumer.schema, [...(built.get(consumer.schema) ?? []), consumer.follower.name]);
  }
  return inWords(built, setAside);
}

const inWords = (built: ReadonlyMap<string, readonly string[]>, setAside: number): string =>
  [
    ...[...built].map(([schema, followers]) => `Built anew: ${schema} (${followers.join(', ')}).`),
    ...(setAside === 0 ? [] : [`Events that are set aside still: ${setAside}.`]),
  ].join('\n');
