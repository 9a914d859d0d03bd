import { namesOf } from '../../../server/person-names';
import { seenVersion, whatHappened } from './what-happened';

const entry = (place: number, text: string) => ({
  node: { place, text, on: null, by: 'olu', at: '2026-05-04T09:42:10Z' },
});
const nameOf = namesOf([{ subject: 'olu', name: 'Olu Somebody' }]);
const at = (version: number, ...edges: ReturnType<typeof entry>[]) => ({ version, timeline: { edges } });

describe('what happened while a page was open', () => {
  it('is nothing where it shows the newest', () => {
    expect(whatHappened(at(3, entry(3, 'A note was added.')), 3, nameOf)).toEqual({ version: 3, says: null });
    expect(whatHappened({ version: 4, timeline: null }, 3, nameOf).says).toBeNull();
  });

  it('is who did what, at which time in London', () => {
    expect(whatHappened(at(3, entry(3, 'It was acknowledged on 2026-05-04.')), 2, nameOf).says).toBe(
      'Olu Somebody: It was acknowledged on 4 May 2026 (10:42).',
    );
  });

  it('is the latest of several, with how many there were', () => {
    const edges = [entry(5, 'A note was added.'), entry(4, 'It was extended.')];
    expect(whatHappened(at(5, ...edges), 2, nameOf).says).toBe(
      '3 things happened. The latest: Olu Somebody: A note was added (10:42).',
    );
  });

  it.each([
    [{}, 0],
    [{ version: '7' }, 7],
    [{ version: '-1' }, 0],
    [{ version: ['1', 'x'] }, 0],
    [{ version: 'x' }, 0],
  ])('is told since the version of an address: %j', (query, version) => {
    expect(seenVersion(query)).toBe(version);
  });
});
