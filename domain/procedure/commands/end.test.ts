import { toDay } from '../../calendar/day';
import type { Command } from '../command';
import { caseAfter, receivedOn, refused } from '../testing/live-case';

const day = toDay;
const acknowledge = (text: string): Command => ({ event: 'acknowledge', on: day(text) });
const answer = (text: string, changes = {}): Command => ({
  ...{ event: 'answer', on: day(text), outcome: 'UPHELD', findings: [] },
  ...changes,
});

describe('a complaint and others', () => {
  const state = caseAfter('corporate', receivedOn('2026-05-01'), { event: 'link', complaintId: 'other' });

  it('is linked and merged with others alone', () => {
    expect(refused('corporate', state, { event: 'link', complaintId: 'itself' })?.[0]).toBe(
      'COMPLAINT_ITSELF',
    );
    expect(refused('corporate', state, { event: 'link', complaintId: 'other' })?.[0]).toBe('NOTHING_CHANGES');
    const merge = (into: string): Command => ({ event: 'merge', on: day('2026-05-06'), into });
    expect(refused('corporate', state, merge('itself'))?.[0]).toBe('COMPLAINT_ITSELF');
    const merged = caseAfter('corporate', receivedOn('2026-05-01'), merge('other'));
    expect(merged).toMatchObject({
      mergedInto: 'other',
      stages: [{ state: 'MERGED', closureReason: 'MERGED' }],
    });
    expect(refused('corporate', merged, merge('third'))?.[0]).toBe('EVENT_NOT_PERMITTED');
  });

  it('is opened again for a reason, without what it was answered', () => {
    const answered = [receivedOn('2026-05-01'), acknowledge('2026-05-05'), answer('2026-05-12')] as const;
    const reopen = { event: 'reopen', on: day('2026-05-20'), hasReason: true } as const;
    const ended = caseAfter('corporate', ...answered);
    expect(refused('corporate', ended, { ...reopen, hasReason: false })?.[0]).toBe('REASON_MISSING');
    expect(refused('corporate', ended, { ...reopen, on: day('2026-05-11') })?.[0]).toBe(
      'DAY_BEFORE_EARLIER_STEP',
    );
    expect(caseAfter('corporate', ...answered, reopen).stages).toMatchObject([
      { state: 'ACKNOWLEDGED', answeredOn: null, endedOn: null, outcome: null, closureReason: null },
    ]);
  });

  it('is answered together with each body once', () => {
    const coordinate = { event: 'coordinate', on: day('2026-05-06'), body: 'NHS', isLedHere: true } as const;
    const together = caseAfter('adults', receivedOn('2026-05-01'), coordinate);
    expect(refused('adults', together, coordinate)?.[0]).toBe('NOTHING_CHANGES');
    const led = caseAfter('adults', receivedOn('2026-05-01'), coordinate, {
      ...coordinate,
      isLedHere: false,
    });
    expect(led.coordinatedWith).toEqual([{ body: 'NHS', isLedHere: false }]);
  });
});
