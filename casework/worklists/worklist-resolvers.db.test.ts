import { subgraph as corporate } from '../../subgraphs/corporate/subgraph';
import { aCase, manager, officer, plantCases, useWorklists } from './testing';

const { ask, login } = useWorklists(corporate);

const due = (id: string, next_due_on: string | null, assigned_to: string | null = 'olu') =>
  aCase(id, { next_due_on, assigned_to });

describe('worklists in the graph', () => {
  beforeEach(() =>
    plantCases(login(), [
      ...[due('1', null), due('2', '2026-05-20'), due('3', '2026-05-13'), due('4', '2026-05-06')],
      ...[due('5', '2026-05-01', null), aCase('6', { service_id: 'parking', waits_for: 'OTHERS' })],
    ]),
  );

  it('come by urgency, and say of which day', async () => {
    const { w } = await ask(
      '{ w: corporateWorklist(list: ALL_OPEN) { asAt soonUntil totalCount edges { urgency workingDaysLeft } } }',
    );
    expect(w).toEqual({
      ...{ asAt: '2026-05-06', soonUntil: '2026-05-13', totalCount: 6 },
      edges: [
        ...[{ urgency: 'OVERDUE', workingDaysLeft: -2 }],
        ...[{ urgency: 'DUE_TODAY', workingDaysLeft: 0 }],
        ...[{ urgency: 'DUE_SOON', workingDaysLeft: 5 }],
        ...[{ urgency: 'LATER', workingDaysLeft: 10 }],
        ...[{ urgency: 'NO_DAY', workingDaysLeft: null }],
        ...[{ urgency: 'WAITING', workingDaysLeft: null }],
      ],
    });
  });

  it('are counted, for officers by who has the work', async () => {
    const counts = (as: object) =>
      ask(
        `{ c: corporateWorklistCounts(withinWorkingDays: 10) { asAt lists { list count }
          assignees { assignedTo assignedGroup open overdue dueSoon } } }`,
        as,
      );
    const { c } = await counts(officer('olu'));
    expect(c.lists.map(({ list, count }: { list: string; count: number }) => `${list} ${count}`)).toEqual([
      ...['MINE 4', 'STANDING_IN 0', 'MY_GROUPS 0', 'UNASSIGNED 2'],
      ...['DUE_SOON 3', 'OVERDUE 1', 'WAITING 1', 'ALL_OPEN 6'],
    ]);
    expect(c.assignees).toEqual([
      { assignedTo: null, assignedGroup: null, open: 2, overdue: 1, dueSoon: 0 },
      { assignedTo: 'olu', assignedGroup: null, open: 4, overdue: 0, dueSoon: 3 },
    ]);
    const managers = await counts(manager('mia', ['parking']));
    expect(managers.c).toMatchObject({ asAt: '2026-05-06', assignees: null });
    expect(managers.c.lists.at(-1)).toEqual({ list: 'ALL_OPEN', count: 1 });
  });

  it.each([
    ['worklists', '{ r: corporateWorklist(list: MINE) { totalCount } }'],
    ['counts', '{ r: corporateWorklistCounts { asAt } }'],
    ['groups', '{ r: corporateGroups { id } }'],
    ['absences', '{ r: corporateAbsences { id } }'],
  ])('are refused to whoever does not work on complaints: %s', async (_, query) => {
    for (const as of [
      ...[officer('olu', ['adults']), { ...officer('olu'), credential: 'key' as const }],
      ...['analyst', 'admin', 'auditor', 'partner'].map((role) => ({
        subject: 'x',
        role,
        streams: ['corporate'],
      })),
    ])
      expect(await ask(query, as)).toEqual({ refused: ['FORBIDDEN'] });
  });

  it.each(['first: 0', 'withinWorkingDays: 0', 'after: "x"'])('are refused with %s', async (argument) => {
    const { refused } = await ask(`{ r: corporateWorklist(list: MINE, ${argument}) { totalCount } }`);
    expect(refused).toEqual(['BAD_USER_INPUT']);
  });
});
