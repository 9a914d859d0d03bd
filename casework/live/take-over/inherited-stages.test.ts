import fc from 'fast-check';
import { toDay } from '../../../domain/calendar/day';
import { CLOSURE_REASONS } from '../../../domain/findings';
import { stageVersion } from '../../../domain/procedure/stage-version';
import { subgraph as childrens } from '../../../subgraphs/childrens/subgraph';
import { subgraph as corporate } from '../../../subgraphs/corporate/subgraph';
import type { StreamSubgraph } from '../../stream/create-stream';
import type { StageRow } from '../../tables/case-tables';
import { inheritedStages } from './inherited-stages';

const row = (given: Partial<StageRow>): StageRow => ({
  ...{ id: `corporate-stage-${given.number ?? 1}`, complaint_id: 'corporate-1', number: 1 },
  ...{ source: 'corporate-crm', key: '1', reference: '1', case_key: null, parent_key: null, own_key: '1' },
  ...{ route: null, received_on: '2026-05-05', acknowledged_on: null, due_on: null, answered_on: null },
  ...{ closed_on: null, ended: false, outcome: null, closure_reason: null, closure_code_written: null },
  ...{ service_id: null, service_written: null, directorate_id: null, theme: null, channel: null },
  ...{ channel_written: null, content_hash: 'x', service_decided: false, channel_decided: false },
  closure_code_decided: false,
  ...given,
});

const inherit = (
  rows: readonly StageRow[],
  { stream }: StreamSubgraph = corporate,
  own: Readonly<Record<string, string | null>> = {},
) =>
  inheritedStages(rows, {
    ...{ procedure: stream.liveProcedure, imported: stream, ownOf: () => own },
    calendars: { working: stream.calendar, school: null, before: stream.calendar },
  });

describe('a stage that an inherited system recorded', () => {
  it.each([
    ['open', {}, 'RECEIVED', null],
    ['acknowledged', { acknowledged_on: '2026-05-06' }, 'ACKNOWLEDGED', null],
    ['answered', { answered_on: '2026-05-14', ended: true }, 'ANSWERED', '2026-05-14'],
    [
      'withdrawn',
      { closed_on: '2026-05-08', ended: true, closure_reason: 'WITHDRAWN' },
      'WITHDRAWN',
      '2026-05-08',
    ],
    [
      'outside',
      { closed_on: '2026-05-08', ended: true, closure_reason: 'OUTSIDE_SCOPE' },
      'REFUSED',
      '2026-05-08',
    ],
    ['merged', { closed_on: '2026-05-08', ended: true, closure_reason: 'MERGED' }, 'MERGED', '2026-05-08'],
    ['ended on no day', { ended: true }, 'ANSWERED', '2026-05-05'],
  ] as const)('stands in the state that says what is known of it: %s', (_, given, state, endedOn) => {
    expect(inherit([row(given)])).toMatchObject([{ state, endedOn, isInherited: true, handledBy: [] }]);
  });

  it('was left for the next, on the day on which that was received', () => {
    const next = row({ number: 2, received_on: '2026-05-20', route: 'ESCALATED' });
    expect(inherit([next, row({ answered_on: '2026-05-14', ended: true })])).toMatchObject([
      { number: 1, state: 'ESCALATED', nextRequestedOn: '2026-05-20', endedOn: '2026-05-14' },
      { number: 2, state: 'RECEIVED', route: 'ESCALATED', nextRequestedOn: null },
    ]);
  });

  it('has a later day that was agreed as an extension, and none that its system’s rule leads to', () => {
    const [agreed] = [inherit([row({ due_on: '2026-06-04' })])];
    expect(agreed).toMatchObject([{ extensions: [{ limit: 'ANSWER', to: '2026-06-04' }] }]);
    expect(inherit([row({ received_on: '2026-03-02', due_on: '2026-03-16' })])).toMatchObject([
      { extensions: [], plannedFor: null },
    ]);
    expect(inherit([row({ due_on: '2026-05-06' })])).toMatchObject([{ extensions: [] }]);
  });

  it('has the panel of the children’s procedure, where one met', () => {
    const panel = row({ id: 'childrens-stage-3', number: 3, received_on: '2026-03-23' });
    const own = { panelHeldOn: '2026-05-06', findingsOn: null };
    expect(inherit([panel], childrens, own)).toMatchObject([
      { panelHeldOn: '2026-05-06', panelReportedOn: null, state: 'PANEL_HELD' },
    ]);
  });

  it('is not taken over where no procedure knows it, or two have one number', () => {
    expect(inherit([row({ number: 4 })])).toBe('NO_PROCEDURE');
    expect(inherit([row({ id: 'a' }), row({ id: 'b' })])).toBe('STAGE_TWICE');
  });

  it('always stands in a state that its version has, ended just where it ended', () => {
    const anyRow = fc.record({
      acknowledged_on: fc.constantFrom(null, '2026-05-06'),
      answered_on: fc.constantFrom(null, '2026-05-14'),
      closed_on: fc.constantFrom(null, '2026-05-15'),
      due_on: fc.constantFrom(null, '2026-05-12', '2026-08-01'),
      ended: fc.boolean(),
      closure_reason: fc.constantFrom(null, ...CLOSURE_REASONS),
    });
    const numbers = fc.constantFrom([corporate, [1, 2]] as const, [childrens, [1, 2, 3]] as const);
    fc.assert(
      fc.property(numbers, fc.array(anyRow, { minLength: 3, maxLength: 3 }), ([stream, known], given) => {
        const stages = inherit(
          known.map((number, index) => row({ ...given[index], number })),
          stream,
        );
        if (typeof stages === 'string') throw new Error(stages);
        for (const stage of stages) {
          const version = stageVersion({
            ...{ procedure: stream.stream.liveProcedure, stage: stage.number },
            receivedOn: toDay(stage.receivedOn),
          });
          const state = version?.states.find(({ name }) => name === stage.state);
          expect(state?.isEnded).toBe(stage.endedOn !== null);
        }
      }),
    );
  });
});
