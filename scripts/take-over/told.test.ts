import { toldLines } from './told';

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
