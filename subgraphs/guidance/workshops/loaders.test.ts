import type { Identity } from '../../../platform/identity/identity';
import type { OperationContext } from '../../../platform/server/subgraph';
import { workshopLoaders } from './loaders';

const identity: Identity = {
  ...{ subject: 'ann', role: 'manager', scopes: [], streams: [], services: [], partner: null },
};

/** Loaders on statements that each give the same rows, and how often they were asked. */
function loadersOf(rows: readonly object[]) {
  const asked: unknown[] = [];
  const query = (_sql: string, parameters: readonly unknown[]) => {
    asked.push(parameters);
    return Promise.resolve(rows);
  };
  const context = { identity, transaction: { query } } as unknown as OperationContext;
  return { loaders: workshopLoaders(context), asked };
}

describe('what is looked up of workshops', () => {
  it('is asked once for all of an operation, and given in the order of the ids', async () => {
    const { loaders, asked } = loadersOf([{ workshop_id: 'b', held: 3 }]);
    expect(await Promise.all(['a', 'b'].map((id) => loaders.held.load(id)))).toEqual([0, 3]);
    expect(asked).toEqual([[['a', 'b']]]);
  });

  it("is of one's own places those of the caller alone, and null where there is none", async () => {
    const { loaders, asked } = loadersOf([{ workshop_id: 'b', place: 1 }]);
    expect(await loaders.ownPlace.loadMany(['a', 'b'])).toEqual([null, { workshop_id: 'b', place: 1 }]);
    expect(asked).toEqual([[['a', 'b'], 'ann']]);
  });

  it('is null for a workshop that there is not', async () => {
    const { loaders } = loadersOf([{ id: 'b' }]);
    expect(await loaders.workshops.loadMany(['a', 'b'])).toEqual([null, { id: 'b' }]);
  });
});
