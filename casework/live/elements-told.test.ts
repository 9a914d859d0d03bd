import { toDay } from '../../domain/calendar/day';
import type { TimelineEntry } from '../../domain/procedure/command';
import { elementsTold } from './elements-told';
import { recorded } from './testing';

const on = toDay('2026-05-06');
const entries: Pick<TimelineEntry, 'facts'>[] = [
  { facts: recorded() },
  { facts: { event: 'note' } },
  { facts: { event: 'agreeStatement', on } },
  { facts: { event: 'reportInvestigation', on, findings: [{ point: 1, finding: 'UPHELD' }] } },
];

describe('the elements of a complaint', () => {
  it('are told each time that they were written down, the newest first, with what was found', () => {
    const told = elementsTold(entries);
    expect(told.map(({ entry }) => entry.facts.event)).toEqual([
      ...['reportInvestigation', 'agreeStatement', 'record'],
    ]);
    expect(told.map(({ findings, outcome }) => [findings, outcome])).toEqual([
      [[{ point: 1, finding: 'UPHELD' }], null],
      ...[
        [[], null],
        [[], null],
      ],
    ]);
    expect(elementsTold([])).toEqual([]);
  });
});
