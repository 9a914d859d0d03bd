import { readSettings } from '../../platform/config/settings';
import type { OperationContext } from '../../platform/server/subgraph';
import { productSubgraphs, streamsOf } from './subgraphs';

describe('the parts of the product', () => {
  const parts = productSubgraphs({ ...readSettings({}), longestKeyDays: 7, openingMinutes: 5 });

  it('are told what the installation has set', () => {
    const told = (name: string) =>
      parts.find((part) => part.name === name)?.operation({ transaction: {} } as OperationContext);
    expect(told('access')).toMatchObject({ longestKeyDays: 7 });
    for (const stream of streamsOf(parts)) expect(told(stream)).toMatchObject({ openingMinutes: 5 });
  });

  it('leave it to insight to tell what changed of complaints, as `gateway/live` takes it', () => {
    const telling = parts.filter(({ tells }) => tells && tells.kinds.length > 0);
    expect(telling.map(({ name }) => name)).toEqual(['insight']);
  });

  it('are all that there are', () => {
    expect(streamsOf(parts)).toEqual(['adults', 'childrens', 'corporate', 'schools']);
    expect(parts.length).toBeGreaterThan(10);
  });
});
