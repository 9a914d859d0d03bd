import type { Asking, Gateway } from '../gateway/gateway';
import { keptShortly } from './keep-shortly';

const gateway: Gateway = { ask: () => Promise.reject(new Error('Nobody asks')) };
const as = (accessToken: string): Asking => ({ accessToken, requestId: 'r' });
const MINUTE = 60_000;

describe('what is kept shortly', () => {
  it('is told to the person again who was told it, of the same gateway and thing', () => {
    const kept = keptShortly<string>({ keptMillis: MINUTE, most: 10 });
    kept.keep(gateway, as('olu'), 'rules', 'ADULTS');
    expect(kept.last(gateway, as('olu'), 'ADULTS')).toBe('rules');
    expect(kept.last(gateway, as('cora'), 'ADULTS')).toBeNull();
    expect(kept.last(gateway, as('olu'), 'SCHOOLS')).toBeNull();
    expect(kept.last({ ...gateway }, as('olu'), 'ADULTS')).toBeNull();
    kept.forget(gateway, as('olu'), 'ADULTS');
    expect(kept.last(gateway, as('olu'), 'ADULTS')).toBeNull();
  });

  it('goes when its time is over, and what was told first where there are too many', () => {
    const over = keptShortly<string>({ keptMillis: 0, most: 10 });
    over.keep(gateway, as('olu'), 'rules');
    expect(over.last(gateway, as('olu'))).toBeNull();
    const few = keptShortly<string>({ keptMillis: MINUTE, most: 2 });
    for (const person of ['a', 'b', 'a', 'c']) few.keep(gateway, as(person), person);
    expect(['a', 'b', 'c'].map((person) => few.last(gateway, as(person)))).toEqual(['a', null, 'c']);
  });
});
