import { DrainStalledError } from '../../platform/outbox/drain';
import type { Schemas } from '../../subgraphs/schemas';
import { runFollowed } from './followed';

/** Schemas whose relay notes what it is asked for. */
function schemasWith(drain: () => Promise<void> = async () => undefined) {
  const steps: string[] = [];
  const relay = {
    drain: async () => {
      steps.push('drain');
      if (steps.length > 1) await drain();
    },
    start: () => steps.push('start'),
    stop: async () => void steps.push('stop'),
  };
  return { steps, schemas: { relay: () => relay } as unknown as Schemas };
}

describe('work that figures follow', () => {
  it('begins with names that are up to date, and ends when the figures have followed', async () => {
    const { steps, schemas } = schemasWith();
    await runFollowed(schemas, async () => void steps.push('work'));
    expect(steps).toEqual(['drain', 'start', 'work', 'stop', 'drain']);
  });

  it('stops the relay when it fails, and throws', async () => {
    const { steps, schemas } = schemasWith();
    await expect(runFollowed(schemas, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(steps).toEqual(['drain', 'start', 'stop']);
  });

  it('throws what ends the drain, unless others only lag behind', async () => {
    const failing = schemasWith(() => Promise.reject(new Error('gone')));
    await expect(runFollowed(failing.schemas, async () => undefined)).rejects.toThrow('gone');
    expect(DrainStalledError).toBeDefined();
  });
});
