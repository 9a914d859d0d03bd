import { toDay } from '../../calendar/day';
import type { Command } from '../command';
import { caseAfter, receivedOn, refused } from '../testing/live-case';
import { outcomeOf } from './findings';

const day = toDay;
const acknowledge = (text: string): Command => ({ event: 'acknowledge', on: day(text) });
const answer = (text: string, changes = {}): Command => ({
  ...{ event: 'answer', on: day(text), outcome: 'UPHELD', findings: [] },
  ...changes,
});

describe('findings', () => {
  const state = caseAfter('corporate', receivedOn('2026-05-01'), acknowledge('2026-05-05'));
  const found = (...findings: readonly ('UPHELD' | 'NOT_UPHELD' | 'PARTIALLY_UPHELD')[]) =>
    findings.map((finding, index) => ({ point: index + 1, finding }));

  it('make the finding on the whole', () => {
    expect(outcomeOf([])).toBeNull();
    expect(outcomeOf(found('UPHELD', 'UPHELD'))).toBe('UPHELD');
    expect(outcomeOf(found('NOT_UPHELD'))).toBe('NOT_UPHELD');
    expect(outcomeOf(found('UPHELD', 'NOT_UPHELD'))).toBe('PARTIALLY_UPHELD');
    expect(outcomeOf(found('PARTIALLY_UPHELD'))).toBe('PARTIALLY_UPHELD');
  });

  it.each([
    ['agree with the whole', found('UPHELD', 'NOT_UPHELD'), 'outcome'],
    ['are one for each element', [...found('UPHELD'), ...found('UPHELD')], 'findings'],
    ['are numbered from 1', [{ point: 0, finding: 'UPHELD' }], 'findings'],
  ])('%s', (_what, findings, part) => {
    expect(refused('corporate', state, answer('2026-05-12', { findings }))?.slice(0, 2)).toEqual([
      ...['FINDINGS_DISAGREE', part],
    ]);
    expect(refused('corporate', state, answer('2026-05-12', { findings: found('UPHELD') }))).toBeNull();
  });
});
