import { englandAndWales } from '../../domain/calendar/bank-holidays';
import { toDay } from '../../domain/calendar/day';
import { applyEntry, caseOf } from '../../domain/procedure/case-of';
import type { Facts, TimelineEntry } from '../../domain/procedure/command';
import { fingerprintOf } from '../../platform/server/named-command';
import { subgraph as corporate } from '../../subgraphs/corporate/subgraph';
import { keyUnusable } from './case-work';
import { entryText } from './entry-text';
import { answerDueOn, openLimits } from './limits-of-stage';
import { liveCaseRow, liveClockRow } from './live-case-row';
import { ownOfCase } from './own-of-case';
import { accountOf, partyRows } from './parties';
import { stagesOfCase } from './stages-of-case';
import { keyOf, party, recorded } from './testing';

const procedure = corporate.stream.liveProcedure;
const NOW = new Date('2026-05-13T12:00:00Z');
const calendars = { working: englandAndWales, school: null, before: englandAndWales };
const counting = { procedure, calendars };
const entryOf = (facts: Facts, place: number): TimelineEntry => ({
  ...{ place, stage: 1, by: 'mark', at: NOW.toISOString(), facts },
});
const ANSWERED = [
  recorded(),
  { event: 'acknowledge', on: toDay('2026-05-12') },
  { event: 'answer', on: toDay('2026-05-20'), outcome: 'UPHELD', findings: [] },
] as const;
const caseAfter = (...facts: Facts[]) =>
  caseOf({ procedure, entries: facts.map((each, index) => entryOf(each, index + 1)) });
const latestOf = (state: ReturnType<typeof caseAfter>) => {
  const stage = state.stages.at(-1);
  if (stage === undefined) throw new Error('no stage');
  return stage;
};

describe('how a live complaint stands', () => {
  it('is told by its open limits, the first due first', () => {
    const stage = latestOf(caseAfter(recorded()));
    expect(openLimits(counting, stage).map(({ name }) => name)).toEqual(['ACKNOWLEDGE', 'ANSWER']);
    expect(answerDueOn(counting, stage)).toBe('2026-06-02');
    expect(liveCaseRow('c', caseAfter(recorded()), { ...counting, began: NOW, now: NOW })).toMatchObject({
      ...{
        version: 1,
        waits_for: 'TEAM',
        next_limit: 'ACKNOWLEDGE',
        next_due_on: '2026-05-18',
        is_ended: false,
      },
    });
  });

  it('is without a limit once it has ended, and waits for nobody', () => {
    const state = caseAfter(...ANSWERED);
    expect(openLimits(counting, latestOf(state))).toEqual([]);
    expect(liveCaseRow('c', state, { ...counting, began: NOW, now: NOW })).toMatchObject({
      ...{ version: 3, state: 'ANSWERED', waits_for: 'NOBODY', next_limit: null, next_due_on: null },
    });
  });

  it('names nobody in its clocks, and those who handled earlier stages where work is given out', () => {
    const state = caseAfter(...ANSWERED, {
      ...{ event: 'escalate', receivedOn: toDay('2026-05-22'), hasLateReason: false },
    });
    expect(JSON.stringify(liveClockRow('c', state))).not.toContain('mark');
    expect(liveCaseRow('c', state, { ...counting, began: NOW, now: NOW }).handled_earlier_by).toEqual([
      'mark',
    ]);
  });
});

describe('the stages of a live complaint', () => {
  const projected = {
    ...{ ...counting, stream: 'corporate', caseKey: keyOf(1), reference: 'COR-000001', held: [] },
    accountOf: () => null,
    ownOf: () => ({}),
  };

  it('are what its timeline tells, with the same hash until something changes', () => {
    const [stage] = stagesOfCase(caseAfter(...ANSWERED), projected);
    expect(stage?.row).toMatchObject({
      ...{ source: 'casework', number: 1, answered_on: '2026-05-20', ended: true, outcome: 'UPHELD' },
      closure_reason: 'ANSWERED',
    });
    const noted = applyEntry({
      procedure,
      state: caseAfter(...ANSWERED),
      entry: entryOf({ event: 'note' }, 4),
    });
    expect(stagesOfCase(noted, projected)[0]?.row.content_hash).toBe(stage?.row.content_hash);
    const [earlier] = stagesOfCase(caseAfter(recorded()), projected);
    expect(earlier?.row.content_hash).not.toBe(stage?.row.content_hash);
  });

  it('are none where it was settled', () => {
    expect(stagesOfCase({ ...caseAfter(recorded()), isSettled: true }, projected)).toEqual([]);
  });

  it('keep what a stream alone held, with what it says now', () => {
    const after = caseAfter(recorded());
    const entry = entryOf({ event: 'note' }, 2);
    const own = { byStage: new Map([[1, { ward: 'Edgeley' }]]), parties: [] };
    const done = { ...{ after, entry, own }, words: [], parties: [] };
    expect(ownOfCase({}, done).get(1)).toEqual({ values: { ward: 'Edgeley' }, isChanged: false });
    const liveOwn = () => ({ planAgreed: 'YES' });
    expect(ownOfCase({ liveOwn }, done).get(1)).toEqual({
      ...{ values: { ward: 'Edgeley', planAgreed: 'YES' }, isChanged: true },
    });
  });
});

describe('the people of a live complaint', () => {
  it('have ids by their place, or by the person where facts name one', () => {
    const parties = [party({ surname: 'Madeup' }), party({ kind: 'APPOINTED', person: 'ip' })];
    const rows = partyRows({ complaintId: 'c', place: 4, now: NOW, parties });
    expect(rows.map(({ id }) => id)).toEqual(['c/4/1', 'c/person/ip']);
    const words = [{ part: 'SUMMARY', words: 'Late' }];
    expect(accountOf(rows, words)).toMatchObject({ surname: 'Madeup', summary: 'Late', name: null });
    expect(accountOf([], words)).toMatchObject({ surname: null, summary: 'Late' });
  });
});

describe('a command', () => {
  it('is the same whatever the order in which it was written, and another where anything differs', () => {
    expect(fingerprintOf({ a: 1, b: { c: [1, 2], d: null } })).toBe(
      fingerprintOf({ b: { d: null, c: [1, 2] }, a: 1 }),
    );
    expect(fingerprintOf({ a: [1, 2] })).not.toBe(fingerprintOf({ a: [2, 1] }));
  });

  it('is named by a UUID', () => {
    expect([keyUnusable(keyOf(1)), keyUnusable('1')]).toMatchObject([null, { part: 'key' }]);
  });

  it.each<[Facts, string]>([
    [recorded(), 'It was recorded.'],
    [recorded({ stage: 2 }), 'It was recorded, directly at stage 2.'],
    [{ event: 'assign', to: 'olu', group: null, serviceId: null }, 'It was given to olu.'],
    [{ event: 'assign', to: null, group: null, serviceId: null }, 'Nobody has it any more.'],
    [ANSWERED[2], 'It was answered: upheld.'],
    [{ event: 'holdPanel', on: toDay('2026-05-20'), members: ['p1'] }, 'The panel met: p1.'],
    [{ event: 'assign', to: null, group: 'team', serviceId: null }, 'It was given to the group team.'],
    [
      {
        ...{ event: 'reportPanel', on: toDay('2026-05-20') },
        findings: [
          { point: 1, finding: 'UPHELD' },
          { point: 2, finding: 'NOT_UPHELD' },
        ],
      },
      'The panel reported. Of its elements 1 was upheld, 2 was not upheld.',
    ],
    [
      { event: 'coordinate', on: toDay('2026-05-20'), body: 'NHS', isLedHere: false },
      'It was agreed with the National Health Service that they give the one answer.',
    ],
    [
      {
        ...{ event: 'extend', limit: 'PANEL_REPORT', on: toDay('2026-05-20'), to: toDay('2026-06-20') },
        ...{ hasReason: true, isForGoodReason: false },
      },
      'The limit for the report of the panel was extended to 2026-06-20.',
    ],
    [
      { event: 'promise', owner: 'mei', serviceId: null, dueOn: toDay('2026-05-22') },
      'An action was promised, with mei, by 2026-05-22.',
    ],
    [{ event: 'nameCauses', causes: [] }, 'Nothing was named as behind it.'],
    [
      { event: 'nameCauses', causes: ['DELAY', 'STAFF_CONDUCT'] },
      'What was behind it was named: delay, staff conduct.',
    ],
    [
      { event: 'recommend', owner: null, serviceId: 'highways', dueOn: null },
      'An improvement was recommended.',
    ],
  ])('is told in a sentence without names', (facts, sentence) => {
    expect(entryText(facts)).toBe(sentence);
  });
});
