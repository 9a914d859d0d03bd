import type { MappedRow, RawRow } from '../record';
import type { ChildrensComplaint } from './complaint';
import { mapChildrensRow } from './map';
import { childrensFacts, complaintRow, stageOf } from './testing';

type Mapped = MappedRow<ChildrensComplaint>;

const map = (row: RawRow): Mapped => mapChildrensRow(row, childrensFacts);

function taken(facts: object = {}): Extract<Mapped, { kind: 'taken' }> {
  const mapped = map(complaintRow(facts));
  if (mapped.kind !== 'taken') throw new Error(`The row is ${mapped.kind}`);
  return mapped;
}

const stagesOf = (facts: object = {}) => taken(facts).record.stages;
const faultsOf = (mapped: Mapped) =>
  mapped.kind === 'noRow' ? [] : mapped.faults.map(({ column, code }) => [column, code]);

describe('an ordinary complaint', () => {
  it('becomes a stage with all that the system holds of it', () => {
    expect(taken()).toEqual({
      kind: 'taken',
      identity: 'CSC-2198',
      lastUpdated: null,
      faults: [],
      record: {
        contentHash: expect.stringMatching(/^[\w-]{43}$/),
        stages: [
          {
            source: 'childrens',
            key: 'CSC-2198/1',
            reference: 'CSC-2198',
            caseKey: 'CSC-2198',
            contentHash: taken().record.contentHash,
            number: 1,
            parentKey: null,
            ownKey: null,
            route: null,
            receivedOn: '2021-06-01',
            acknowledgedOn: null,
            agreedDueOn: '2021-06-15',
            answeredOn: '2021-06-10',
            closedOn: null,
            ended: true,
            outcome: 'UPHELD',
            closureReason: 'ANSWERED',
            closureCodeWritten: 'UPHELD',
            serviceId: 'childrens-SEND',
            serviceWritten: 'SEND',
            directorateId: 'childrens-services',
            theme: null,
            channel: 'Email',
            channelWritten: 'EMAIL',
            account: {
              person: null,
              relationship: 'Parent',
              title: null,
              forename: null,
              surname: null,
              name: 'Made Up',
              email: null,
              postcode: null,
              summary: 'Nobody called back.',
            },
            own: {
              advocateOffered: 'false',
              childAgeBand: '10-15',
              childLookedAfter: 'true',
              childReference: 'CH1',
              panelHeldOn: null,
              findingsOn: null,
              investigatingOfficer: null,
              independentPerson: null,
              panel: null,
              elements: null,
            },
          },
        ],
      },
    });
  });

  it('keeps of later stages who investigated, who sat on the panel and what was found', () => {
    const stages = stagesOf({
      stages: [
        stageOf(1),
        stageOf(2, {
          investigatingOfficer: 'One',
          independentPerson: ' Two ',
          elements: [{ description: 'Late.', outcome: 'Not upheld' }, { description: 'Rude.' }],
        }),
        stageOf(3, {
          panelHeldOn: '2021-06-08',
          findingsOn: '2021-06-09',
          panel: ['Three', '', null, 'Four'],
        }),
      ],
    });
    expect(stages.map(({ key, route, own: { childReference } }) => [key, route, childReference])).toEqual([
      ['CSC-2198/1', null, 'CH1'],
      ['CSC-2198/2', 'ESCALATED', 'CH1'],
      ['CSC-2198/3', 'ESCALATED', 'CH1'],
    ]);
    expect(stages[1]?.own).toMatchObject({
      investigatingOfficer: 'One',
      independentPerson: 'Two',
      elements: '[{"description":"Late.","outcome":"NOT_UPHELD"},{"description":"Rude.","outcome":null}]',
    });
    expect(stages[2]?.own).toMatchObject({
      panelHeldOn: '2021-06-08',
      findingsOn: '2021-06-09',
      panel: '["Three","Four"]',
      elements: null,
    });
  });

  it('has the day in London of every moment', () => {
    const [stage] = stagesOf({
      stages: [stageOf(1, { startedAt: '2021-05-31T23:30:00Z', completedAt: '2021-06-10T00:15:00+02:00' })],
    });
    expect([stage?.receivedOn, stage?.answeredOn]).toEqual(['2021-06-01', '2021-06-09']);
  });

  it('has what is blank, null or not there as not recorded', () => {
    const { record, faults } = taken({
      team: '',
      channel: null,
      complainant: {},
      child: null,
      advocateOffered: null,
      summary: ' ',
      stages: [{ stage: '1', startedAt: '2021-06-01' }],
    });
    expect(faults).toEqual([]);
    expect(record.stages[0]).toMatchObject({
      ...{ serviceId: null, serviceWritten: null, channel: null, agreedDueOn: null, answeredOn: null },
      ...{ ended: false, outcome: null, closureReason: null, directorateId: 'childrens-services' },
      account: { relationship: null, name: null, summary: null },
      own: { advocateOffered: null, childAgeBand: null, childLookedAfter: null, childReference: null },
    });
  });
});

describe('the content of a line', () => {
  const hash = (facts: object = {}) => taken(facts).record.contentHash;

  it('is the same whatever the order of its keys, its spaces, and keys with nothing in them', () => {
    const { cells } = complaintRow();
    const turned = { line: 9, cells: Object.fromEntries(Object.entries(cells).reverse()) };
    const mapped = map(turned);
    expect(mapped.kind === 'taken' && mapped.record.contentHash).toBe(hash());
    expect(hash({ summary: ' Nobody called  back. ', caseNumber: 'CSC-2198\t', later: null })).toBe(hash());
  });

  it.each([
    ['a word', { summary: 'Somebody called back.' }],
    ['a key that is not known yet', { later: 1 }],
    ['a child', { child: { reference: 'CH1', ageBand: '10-15', lookedAfter: false } }],
    ['a stage more', { stages: [stageOf(1), stageOf(2)] }],
  ])('differs by %s', (_, facts) => expect(hash(facts)).not.toBe(hash()));
});

describe('a line is quarantined', () => {
  const unplaced = (facts: object) => ({ stages: [stageOf(1, facts)] });
  it.each([
    ['without a case number', { caseNumber: ' ' }, 'caseNumber', 'NO_IDENTITY'],
    ['with a case number without digits', { caseNumber: 'new' }, 'caseNumber', 'NO_IDENTITY'],
    ['without stages', { stages: [] }, 'stages', 'NO_STAGES'],
    ['with stages that are no list', { stages: { stage: 1 } }, 'stages', 'NO_STAGES'],
    [
      'with other keys in place of a list',
      { stages: { '0': stageOf(1), '1 a': { stage: 1 } } },
      'stages',
      'NO_STAGES',
    ],
    ['with nothing in its stages', { stages: [null, { stage: null }] }, 'stages', 'NO_STAGES'],
    ['whose stage has no number', unplaced({ stage: 'two' }), 'stages[0].stage', 'STAGE_UNREADABLE'],
    ['whose stage is none of three', unplaced({ stage: 4 }), 'stages[0].stage', 'STAGE_UNREADABLE'],
    ['whose stage has no day', unplaced({ startedAt: null }), 'stages[0].startedAt', 'RECEIVED_MISSING'],
    [
      'whose stage has a day that is none',
      unplaced({ startedAt: '2021-02-29' }),
      'stages[0].startedAt',
      'RECEIVED_UNREADABLE',
    ],
    [
      'whose stage is yet to begin',
      unplaced({ startedAt: '2024-06-02' }),
      'stages[0].startedAt',
      'RECEIVED_IN_FUTURE',
    ],
    [
      'whose first stage has no day, though a later one has',
      { stages: [stageOf(1, { startedAt: '' }), stageOf(2)] },
      'stages[0].startedAt',
      'RECEIVED_MISSING',
    ],
    [
      'of which it is not known which stage is the first',
      { stages: [stageOf(2), stageOf('?')] },
      'stages[1].stage',
      'STAGE_UNREADABLE',
    ],
  ])('%s', (_, facts, column, code) => {
    const mapped = map(complaintRow(facts));
    expect(mapped.kind).toBe('quarantined');
    expect(faultsOf(mapped)).toEqual([[column, code]]);
  });

  it.each([
    ['NOT_JSON', { '(line)': '{"caseNumber":"CSC-1","stages":[{"stage":1,"startedAt":' }],
    ['NOT_A_RECORD', { '(line)': '["CSC-1"]' }],
    ['NOT_A_RECORD', { '(line)': `{"caseNumber":"CSC-1","panel":${'['.repeat(99)}1${']'.repeat(99)}}` }],
    ['LINE_TOO_LONG', { '(beginning of the line)': '{"caseNumber":"CSC-1"' }],
  ])('as %s, and what it says is not repeated', (code, cells) => {
    expect(map({ line: 7, cells })).toEqual({
      kind: 'quarantined',
      faults: [{ line: 7, column: null, code, value: null, action: expect.stringContaining('Quarantined') }],
    });
  });

  it('and is judged as any other once what it says is corrected', () => {
    const { cells } = complaintRow();
    const line = JSON.stringify({ caseNumber: 'CSC-2198', stages: [stageOf(1)] });
    expect(map({ line: 7, cells: { '(line)': line } }).kind).toBe('taken');
    expect(map({ line: 7, cells: { ...cells, 'stages[0].startedAt': '' } }).kind).toBe('quarantined');
    expect(map({ line: 7, cells: { ...cells, 'stages[0].startedAt': '1/6/21' } }).kind).toBe('taken');
  });
});

describe('stages', () => {
  it.each([
    [
      'in another order are sorted',
      [2, 1],
      [
        [1, null],
        [2, 'ESCALATED'],
      ],
      [['stages[1].stage', 'STAGES_OUT_OF_ORDER']],
    ],
    [
      'without the one before are direct, and none is invented',
      [1, 3],
      [
        [1, null],
        [3, 'DIRECT'],
      ],
      [['stages[1].stage', 'STAGE_MISSING_BEFORE']],
    ],
    [
      'may begin with a later one',
      [2, 3],
      [
        [2, 'DIRECT'],
        [3, 'ESCALATED'],
      ],
      [['stages[0].stage', 'STAGE_MISSING_BEFORE']],
    ],
    ['that only repeat another are copies of it', [1, 1], [[1, null]], []],
  ])('%s', (_, numbers, expected, faults) => {
    const mapped = taken({ stages: numbers.map((number) => stageOf(number)) });
    expect(mapped.record.stages.map(({ number, route }) => [number, route])).toEqual(expected);
    expect(faultsOf(mapped)).toEqual(faults);
  });

  it('that are there twice count once: the last that has a day holds', () => {
    const earlier = stageOf(1, { outcome: 'NOT_UPHELD' });
    const mapped = taken({ stages: [earlier, stageOf(1), stageOf(1, { startedAt: 'soon' })] });
    expect(mapped.record.stages.map(({ number, outcome }) => [number, outcome])).toEqual([[1, 'UPHELD']]);
    expect(faultsOf(mapped)).toEqual([
      ['stages[0].stage', 'DUPLICATE_STAGE'],
      ['stages[2].stage', 'DUPLICATE_STAGE'],
    ]);
  });

  it.each([
    ['the day cannot be read', { startedAt: '31/02/2021' }, 'stages[1].startedAt', '31/02/2021'],
    ['the day is not there', { startedAt: null }, 'stages[1].startedAt', ''],
    [
      'the day has not come',
      { startedAt: '2031-05-04T09:00:00Z' },
      'stages[1].startedAt',
      '2031-05-04T09:00:00Z',
    ],
    ['the number cannot be read', { stage: 'two' }, 'stages[1].stage', 'two'],
  ])(
    'after the first that cannot be placed since %s are listed, and the others count',
    (_, facts, column, value) => {
      const mapped = taken({ stages: [stageOf(1), stageOf(2, facts)] });
      expect(mapped.record.stages.map(({ number }) => number)).toEqual([1]);
      expect(mapped.faults).toEqual([
        {
          line: 5,
          column,
          code: 'LATER_STAGE_NOT_PLACED',
          value,
          action: expect.stringContaining('in no figure'),
        },
      ]);
    },
  );

  it('after one that cannot be placed were reached from it all the same', () => {
    const stages = [stageOf(1), stageOf(2, { startedAt: null }), stageOf(3)];
    expect(stagesOf({ stages }).map(({ number, route }) => [number, route])).toEqual([
      [1, null],
      [3, 'ESCALATED'],
    ]);
  });

  it('are kept as dated where one began before the stage before it', () => {
    const mapped = taken({ stages: [stageOf(1), stageOf(2, { startedAt: '2021-05-31' })] });
    expect(faultsOf(mapped)).toEqual([['stages[1].startedAt', 'STAGE_BEFORE_EARLIER_ONE']]);
    expect(mapped.record.stages).toHaveLength(2);
  });
});

describe('the due date', () => {
  it.each([
    [
      'an extension agreed, whether there is a due date or not',
      { extendedTo: '2021-06-29' },
      '2021-06-29',
      [],
    ],
    ['an extension alone', { dueOn: null, extendedTo: '29/06/2021' }, '2021-06-29', []],
    ['the due date', { extendedTo: '' }, '2021-06-15', []],
    [
      'the due date where the extension cannot be read',
      { extendedTo: 'n/a' },
      '2021-06-15',
      ['EXTENSION_UNREADABLE'],
    ],
    [
      'the extension where the due date cannot be read',
      { dueOn: 'tbc', extendedTo: '2021-06-29' },
      '2021-06-29',
      ['DUE_UNREADABLE'],
    ],
    [
      'left to the law where neither can be read',
      { dueOn: 'tbc', extendedTo: '?' },
      null,
      ['DUE_UNREADABLE', 'EXTENSION_UNREADABLE'],
    ],
    [
      'used as written where it is before the complaint',
      { dueOn: '2021-05-31' },
      '2021-05-31',
      ['DUE_BEFORE_RECEIVED'],
    ],
  ])('is %s', (_, facts, agreedDueOn, codes) => {
    const mapped = taken({ stages: [stageOf(1, facts)] });
    expect(mapped.record.stages[0]?.agreedDueOn).toBe(agreedDueOn);
    expect(faultsOf(mapped).map(([, code]) => code)).toEqual(codes);
  });
});

describe('the answer', () => {
  it.each([
    ['on the day of receipt counts', '2021-06-01T08:00:00+01:00', '2021-06-01', true, []],
    [
      'before it is none, though the stage is ended',
      '2021-05-31T23:59:00+01:00',
      null,
      true,
      ['ANSWER_BEFORE_RECEIVED'],
    ],
    ['that cannot be read ends nothing', 'unknown', null, false, ['ANSWER_UNREADABLE']],
    ['that says it is none ends nothing', 'null', null, false, ['ANSWER_UNREADABLE']],
    ['that stands for none ends nothing', '0001-01-01T00:00:00', null, false, ['ANSWER_UNREADABLE']],
    ['of 1900 ends nothing', '1900-01-01T00:00:00', null, false, ['ANSWER_UNREADABLE']],
    ['of 1970 ends nothing', '1970-01-01T00:00:00Z', null, false, ['ANSWER_UNREADABLE']],
    ['that is yet to come ends nothing', '2031-01-02', null, false, ['ANSWER_IN_FUTURE']],
    ['that is not there leaves the stage open', null, null, false, []],
  ])('%s', (_, completedAt, answeredOn, ended, codes) => {
    const mapped = taken({ stages: [stageOf(1, { completedAt })] });
    expect(mapped.record.stages[0]).toMatchObject({ answeredOn, ended });
    expect(faultsOf(mapped).map(([, code]) => code)).toEqual(codes);
  });
});

describe('a word', () => {
  it.each([
    ['UPHELD', 'UPHELD'],
    ['partially upheld', 'PARTIALLY_UPHELD'],
    [' Partially_Upheld ', 'PARTIALLY_UPHELD'],
    ['Not  Upheld', 'NOT_UPHELD'],
  ])('of a finding may be written %s', (written, outcome) => {
    const { record, faults } = taken({ stages: [stageOf(1, { outcome: written })] });
    expect(record.stages[0]).toMatchObject({
      outcome,
      closureReason: 'ANSWERED',
      closureCodeWritten: written.trim(),
    });
    expect(faults).toEqual([]);
  });

  it.each([
    [
      'of a finding',
      { stages: [stageOf(1, { outcome: 'PENDING' })] },
      'stages[0].outcome',
      'UNKNOWN_OUTCOME',
      'PENDING',
      'outcome',
    ],
    ['of a team', { team: 'Duty Team' }, 'team', 'UNKNOWN_SERVICE', 'Duty Team', 'serviceId'],
    ['of a channel', { channel: 'FAX' }, 'channel', 'UNKNOWN_CHANNEL', 'FAX', 'channel'],
    [
      'of yes and no',
      { advocateOffered: 'maybe' },
      'advocateOffered',
      'UNKNOWN_YES_OR_NO',
      'maybe',
      'advocateOffered',
    ],
    [
      'of a day of a panel',
      { stages: [stageOf(1, { panelHeldOn: 'soon' })] },
      'stages[0].panelHeldOn',
      'PANEL_DAY_UNREADABLE',
      'soon',
      'panelHeldOn',
    ],
    [
      'of a day of findings',
      { stages: [stageOf(1, { findingsOn: 'soon' })] },
      'stages[0].findingsOn',
      'FINDINGS_DAY_UNREADABLE',
      'soon',
      'findingsOn',
    ],
  ])('%s that nobody knows is listed, and says nothing', (_, facts, column, code, value, field) => {
    const { record, faults } = taken(facts);
    expect(faults).toEqual([{ line: 5, column, code, value, action: expect.any(String) }]);
    const [stage] = record.stages;
    const meant: Record<string, unknown> = { ...stage, ...stage?.own };
    expect(meant[field]).toBeNull();
  });

  it('of yes and no may be a word', () => {
    expect(stagesOf({ advocateOffered: 'Yes' })[0]?.own.advocateOffered).toBe('true');
    expect(stagesOf({ advocateOffered: 'N' })[0]?.own.advocateOffered).toBe('false');
  });
});
