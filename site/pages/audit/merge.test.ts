import type { LogPage } from './logs';
import { mergeLogs } from './merge';
import { type LogName, type Places, placesText, readPlaces } from './places';

/** Entries of a log at these minutes, the newest first. */
const logOf = (log: LogName, minutes: readonly number[]) => ({
  log,
  minutes: [...minutes].sort((a, b) => b - a),
});
type Log = ReturnType<typeof logOf>;

/** A page of a log, as its part would give it. */
function pageOf({ log, minutes }: Log, size: number, places: Places): LogPage {
  const start = places[log] === undefined ? 0 : Number(places[log]) + 1;
  const edges = minutes.slice(start, start + size).map((minute, index) => ({
    cursor: String(start + index),
    node: {
      id: `${log}-${start + index}`,
      at: new Date(Date.UTC(2026, 10, 1, 0, minute)).toISOString(),
      actor: 'olu',
      role: 'officer',
      action: 'ACCOUNT_READ' as const,
      subject: 'corporate-1',
      request: 'r',
    },
  }));
  const hasNextPage = start + size < minutes.length;
  return {
    log,
    page: { totalCount: minutes.length, edges, pageInfo: { hasNextPage, endCursor: null }, seal: null },
  };
}

/** All ids, read page by page as the address carries them on. */
function readAll(logs: readonly Log[], size: number): string[] {
  const ids: string[] = [];
  let places: Places | null = {};
  while (places !== null) {
    const from: Places = readPlaces(placesText(places));
    const merged = mergeLogs(
      logs.map((log) => pageOf(log, size, from)),
      size,
      from,
    );
    ids.push(...merged.entries.map(({ entry }) => entry.id));
    places = merged.next;
  }
  return ids;
}

describe('the audit logs together', () => {
  const logs = [
    logOf('corporate', [1, 5, 5, 9, 30]),
    logOf('adults', [2, 5, 5, 5, 31, 32, 33]),
    logOf('intake', []),
    logOf('directory', [5]),
  ];

  it.each([1, 2, 3, 5, 50])('come once each and newest first, in pages of %i', (size) => {
    const ids = readAll(logs, size);
    expect(new Set(ids).size).toBe(13);
    expect(ids).toHaveLength(13);
    expect(ids).toEqual(readAll(logs, 100));
  });

  it('are counted together, and end', () => {
    const merged = mergeLogs(
      logs.map((log) => pageOf(log, 50, {})),
      50,
      {},
    );
    expect(merged).toMatchObject({ total: 13, next: null, lost: [] });
    expect(merged.entries.map(({ log }) => log).slice(0, 4)).toEqual([
      'adults',
      'adults',
      'adults',
      'corporate',
    ]);
  });

  it('stand without one that does not answer, which keeps its place', () => {
    const lost: LogPage = { log: 'corporate', page: null };
    const merged = mergeLogs([lost, pageOf(logOf('adults', [1, 2, 3]), 2, {})], 2, { corporate: '7' });
    expect(merged).toMatchObject({ lost: ['corporate'], total: 3, next: { corporate: '7', adults: '1' } });
  });

  it('are not counted where one does not say', () => {
    const [page] = [pageOf(logOf('adults', [1]), 2, {})];
    const silent: LogPage = { log: 'adults', page: page?.page ? { ...page.page, totalCount: null } : null };
    expect(mergeLogs([silent], 2, {}).total).toBeNull();
  });

  it('begin anew where the address names no place that can be meant', () => {
    for (const text of [
      null,
      '',
      'zz',
      Buffer.from('[]').toString('base64url'),
      Buffer.from('{"other":"1"}').toString('base64url'),
    ])
      expect(readPlaces(text)).toEqual({});
    expect(placesText({})).toBeNull();
  });
});
