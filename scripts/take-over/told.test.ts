import { toDay } from '../../domain/calendar/day';
import { LoadRefused } from '../../subgraphs/intake/subgraph';
import { rehearsedLines, toldLines } from './told';

const left = (count: number) =>
  Array.from({ length: count }, (_, place) => ({
    complaintId: `corporate-${place}`,
    why: 'NO_PROCEDURE' as const,
  }));

describe('what came of taking a system over', () => {
  it('is told by stream, and no more where everything went on', () => {
    const streams = [
      { stream: 'corporate', takenOver: 2, left: [] },
      { stream: 'schools', takenOver: 1, left: [] },
    ];
    expect(toldLines('corporate-crm', { on: '2026-11-30', quarantinedRows: 0, streams })).toEqual([
      'corporate-crm was taken over on 30 November 2026. Nothing of it is loaded any more.',
      'corporate: 2 open complaints went on here now',
      'schools: 1 open complaint went on here now',
    ]);
  });

  it('names what stayed, the first of many, and says what to do about rows kept back', () => {
    const streams = [{ stream: 'corporate', takenOver: 0, left: left(22) }];
    const lines = toldLines('corporate-crm', { on: '2026-11-30', quarantinedRows: 1, streams });
    expect(lines).toHaveLength(2 + 1 + 20 + 1 + 1);
    expect(lines[2]).toBe('22 open complaints stayed as they were:');
    expect(lines[3]).toContain('corporate-0: no procedure for its stage was in force');
    expect(lines.at(-2)).toBe('  and 2 more');
    expect(lines.at(-1)).toContain('1 row kept back and not decided on');
  });
});

describe('what taking a system over would come to', () => {
  const stream = {
    ...{ stream: 'corporate', wouldGoOn: 3, left: [] },
    versions: [{ stage: 1, inForceFrom: '2026-04-01', source: 'The Code', complaints: 3 }],
  };
  const rehearsed = { keepers: ['corporate'], quarantinedRows: 2, streams: [stream] };

  it('is told with the versions under which complaints would go on, and that nothing was changed', () => {
    const lines = rehearsedLines('corporate-crm', {
      ...{ ...rehearsed, on: toDay('2026-11-30'), isBegun: false, inTheWay: [] },
    });
    expect(lines).toEqual([
      'corporate-crm would be taken over on 30 November 2026. Nothing was changed.',
      'corporate: 3 open complaints would go on here',
      '  3 in stage 1, as in force from 1 April 2026 (The Code)',
      '2 rows kept back and not decided on: record what has to go on as new complaints.',
    ]);
  });

  it('is told with all that is in the way', () => {
    const inTheWay = [
      new LoadRefused('NOTHING_LOADED', 'Load it.'),
      new LoadRefused('DAY_UNUSABLE', 'Not yet.'),
    ];
    const lines = rehearsedLines('adults', {
      ...{ ...rehearsed, streams: [], on: toDay('2026-11-30'), isBegun: true, inTheWay },
    });
    expect(lines.slice(0, 3)).toEqual([
      'adults was taken over on 30 November 2026, and would go on. Nothing was changed.',
      'In the way: Load it.',
      'In the way: Not yet.',
    ]);
  });
});
