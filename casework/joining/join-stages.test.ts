import fc from 'fast-check';
import { complaintIdFor } from '../stages/ids';
import { joinStages, type PlacedStage } from './join-stages';

type Facts = Partial<PlacedStage> & Pick<PlacedStage, 'id' | 'number'>;

const stage = (facts: Facts): PlacedStage => ({
  complaint_id: null,
  source: 'crm',
  key: facts.id,
  case_key: null,
  reference: facts.id,
  parent_key: null,
  own_key: facts.id,
  route: null,
  received_on: '2021-05-04',
  acknowledged_on: null,
  due_on: null,
  answered_on: null,
  closed_on: null,
  ended: false,
  outcome: null,
  closure_reason: null,
  closure_code_written: null,
  service_id: null,
  service_written: null,
  directorate_id: null,
  theme: null,
  channel: null,
  channel_written: null,
  content_hash: '',
  ...{ service_decided: false, channel_decided: false, closure_code_decided: false },
  ...facts,
});

const first = stage({ id: 'x-stage-1', number: 1 });
const second = stage({ id: 'x-stage-2', number: 2, parent_key: 'x-stage-1' });
const third = stage({ id: 'x-stage-3', number: 3, parent_key: 'x-stage-2' });
const complaintsOf = (stages: readonly PlacedStage[]) =>
  Object.fromEntries(
    joinStages(stages, complaintIdFor).stages.map(({ id, complaint_id }) => [id, complaint_id]),
  );

describe('joining stages to complaints', () => {
  it('follows a complaint through three stages, whatever their order', () => {
    expect(complaintsOf([third, first, second])).toEqual({
      'x-stage-1': 'x-1',
      'x-stage-2': 'x-1',
      'x-stage-3': 'x-1',
    });
  });

  it('makes a stage whose parent is missing a complaint of its own, and says so', () => {
    const joined = joinStages([second], complaintIdFor);
    expect(joined.stages[0]?.complaint_id).toBe('x-2');
    expect([...joined.orphans]).toEqual(['x-stage-2']);
  });

  it('says which stage is dated before its parent, and joins it all the same', () => {
    const late = stage({ ...first, received_on: '2021-05-05' });
    const { early, orphans, stages } = joinStages([second, late, third], complaintIdFor);
    expect([[...early], [...orphans]]).toEqual([['x-stage-2'], []]);
    expect(new Set(stages.map(({ complaint_id }) => complaint_id)).size).toBe(1);
    expect([...joinStages([first, second], complaintIdFor).early]).toEqual([]);
  });

  it('keeps the stages of one record together, whichever are missing between them', () => {
    const held = [first, third].map((part) => ({ ...part, parent_key: null, case_key: 'C1' }));
    expect(complaintsOf(held)).toEqual({ 'x-stage-1': 'x-1', 'x-stage-3': 'x-1' });
    expect(
      complaintsOf([
        { ...first, case_key: 'C1' },
        { ...third, parent_key: null, case_key: 'C1', source: 'other' },
      ]),
    ).toEqual({
      'x-stage-1': 'x-1',
      'x-stage-3': 'x-3',
    });
  });

  it('takes no stage for a parent that is not the one before, is of another system, or is the stage itself', () => {
    for (const parent of [
      stage({ id: 'x-stage-1', number: 2 }),
      stage({ id: 'x-stage-1', number: 1, source: 'other' }),
    ]) {
      expect([...joinStages([parent, second], complaintIdFor).orphans]).toContain('x-stage-2');
    }
    expect([...joinStages([stage({ id: 'a', number: 2, parent_key: 'a' })], complaintIdFor).orphans]).toEqual(
      ['a'],
    );
  });

  it('keeps the id of a complaint that waited for its first stage', () => {
    const waiting = { ...second, complaint_id: 'x-2' };
    expect(complaintsOf([waiting, first])).toEqual({ 'x-stage-1': 'x-2', 'x-stage-2': 'x-2' });
  });

  it('lets the complaint with the earlier stage go on when two turn out to be one', () => {
    const held = [
      { ...first, complaint_id: 'x-1' },
      { ...third, complaint_id: 'x-3' },
    ];
    const joined = joinStages([...held, second], complaintIdFor);
    expect(new Set(joined.stages.map(({ complaint_id }) => complaint_id))).toEqual(new Set(['x-1']));
    expect(joined.dissolved).toEqual(['x-3']);
  });

  it('gives a stage that left its complaint one of its own', () => {
    const corrected = { ...second, parent_key: 'unknown', complaint_id: 'x-1' };
    expect(complaintsOf([{ ...first, complaint_id: 'x-1' }, corrected])).toEqual({
      'x-stage-1': 'x-1',
      'x-stage-2': 'x-2',
    });
  });

  it('makes a further id where a stage that leaves finds its own in use', () => {
    const held = [first, stage({ id: 'x-stage-2', number: 2 })].map((part) => ({
      ...part,
      complaint_id: 'x-2',
    }));
    const complaints = complaintsOf(held);
    expect(complaints['x-stage-1']).toBe('x-2');
    expect(complaints['x-stage-2']).toMatch(/^x-[\da-f]{8}-/);
    expect(complaintsOf(held)).toEqual(complaints);
  });

  it('puts two stages in one complaint exactly when parents lead from one to the other, in any order', () => {
    const anyStages = fc
      .array(
        fc.record({
          number: fc.integer({ min: 1, max: 3 }),
          parent: fc.option(fc.integer({ min: 0, max: 11 })),
        }),
        {
          maxLength: 12,
        },
      )
      .map((facts) =>
        facts.map(({ number, parent }, index) =>
          stage({ id: `x-stage-${index}`, number, parent_key: parent === null ? null : `x-stage-${parent}` }),
        ),
      );
    fc.assert(
      fc.property(anyStages, fc.infiniteStream(fc.nat()), (stages, random) => {
        const shuffled = [...stages].sort(() => (random.next().value % 3) - 1);
        const complaints = complaintsOf(shuffled);
        for (const a of stages) {
          for (const b of stages) {
            expect(complaints[a.id] === complaints[b.id]).toBe(rootOf(a, stages) === rootOf(b, stages));
          }
        }
      }),
    );
  });
});

/** The stage that a chain of parents ends at, found one step at a time. */
function rootOf(of: PlacedStage, stages: readonly PlacedStage[]): string {
  const parent = stages.find(
    (other) => of.number > 1 && other.id === of.parent_key && other.number === of.number - 1,
  );
  return parent ? rootOf(parent, stages) : of.id;
}
