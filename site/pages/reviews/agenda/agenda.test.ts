import type { ActionPartsFragment, ReviewFiguresQuery } from '../../../operations/__generated__/operations';
import { counted } from './agenda';
import { beforeOf, beforeSection, countedFrom } from './before';
import { backlogFigures, closedFigures, stuckFigures } from './figures';
import { figureWords, keptView, listedIn } from './kept';

const action = (id: string, more: Partial<ActionPartsFragment>): ActionPartsFragment => ({
  ...{ id, what: 'Answer', owner: 'Head', dueOn: '2021-10-31', state: 'OPEN', isOverdue: true },
  ...{ endedOn: null, result: null, complaintId: null, version: 1 },
  meeting: { id: 'm', stream: 'ADULTS', directorate: null, heldOn: '2021-09-30' },
  ...more,
});
const page = (nodes: readonly ActionPartsFragment[]) => ({
  ...{ totalCount: nodes.length, edges: nodes.map((node) => ({ node })) },
});
const answer = {
  reviewMeetings: { edges: [{ node: { id: 'm', heldOn: '2021-09-30' } }] },
  open: page([action('a', {}), action('b', { dueOn: '2022-01-31' })]),
  ended: page([
    action('c', { state: 'DONE', endedOn: '2021-10-20', result: 'Answered.' }),
    action('d', { state: 'DROPPED', endedOn: '2021-09-29', result: 'Not needed.' }),
  ]),
};

describe('what was agreed before', () => {
  it('is what is open, of it what was due before this meeting, and what ended since the last', () => {
    const section = beforeSection(beforeOf(answer), '2021-12-16');
    expect(section.figures?.map(({ label, count, listed }) => [label, count, listed])).toEqual([
      ['Not done', 2, ['a', 'b']],
      ['Of these, due before this meeting', 1, ['a']],
      ['Done or dropped since', 1, ['c']],
    ]);
    expect(section.open.map(({ state }) => state.words)).toEqual(['overdue by 46 days', 'due in 46 days']);
    expect(section.ended.map(({ state }) => state.words)).toEqual(['done 20 October 2021']);
  });

  it('has no figures where they cannot be had', () => {
    expect(beforeSection(null, '2021-12-16').figures).toBeNull();
  });

  it('says from when closings are counted: the day after the last meeting, else the beginning of the year', () => {
    expect(countedFrom(beforeOf(answer), '2021-12-16')).toBe('2021-10-01');
    expect(countedFrom({ last: null }, '2021-09-30')).toBe('2021-04-01');
    expect(countedFrom({ last: null }, '2022-03-31')).toBe('2021-04-01');
  });
});

const suppressed: never[] = [];
const figures: ReviewFiguresQuery = {
  backlog: {
    ...{ asAt: '2021-09-30', partial: [] },
    rows: [{ ageBand: 'OVER_65_WORKING_DAYS', open: 4, suppressed }],
  },
  total: { rows: [{ open: 4, overdue: 3, suppressed }] },
  closed: { rows: [{ closed: 181, suppressed }] },
  closedByFinding: { rows: [{ outcome: null, closed: 11, suppressed }] },
  overdueByStage: { rows: [{ stage: 1, overdue: 3, suppressed }] },
  overdueByService: {
    rows: [
      { service: 'Reviews', overdue: 1, suppressed },
      { service: 'Home care', overdue: 2, suppressed },
      { service: 'Equipment', overdue: 0, suppressed },
    ],
  },
};
const scope = { where: { streams: ['ADULTS' as const] }, asAt: '2021-09-30', countedFrom: '2021-04-01' };

describe('the figures of an agenda', () => {
  it('tell the backlog in each band, 0 where nothing waits so long, and lead to each list', () => {
    const backlog = backlogFigures(figures, scope, ['adults-1']);
    expect(backlog.map(({ count }) => count)).toEqual([4, 0, 0, 0, 0, 4]);
    expect(backlog[0]).toMatchObject({
      ...{ listed: ['adults-1'], path: '/complaints?streams=ADULTS&measure=OPEN&asAt=2021-09-30' },
    });
    expect(backlog[5]?.path).toContain('ageBands=OVER_65_WORKING_DAYS');
  });

  it('tell nothing of a band where the whole is not known', () => {
    const unknown = {
      ...figures,
      backlog: null,
      total: { rows: [{ open: null, overdue: null, suppressed }] },
    };
    expect(backlogFigures(unknown, scope, []).map(({ inWords }) => inWords)).toEqual(
      Array(6).fill('not recorded'),
    );
  });

  it('tell what was closed in the days since, and by what was found', () => {
    expect(closedFigures(figures, scope).map(({ label, count }) => [label, count])).toEqual([
      ['Closed from 1 April 2021 to 30 September 2021', 181],
      ['Closed without a finding', 11],
    ]);
    expect(closedFigures(figures, scope)[0]?.path).toContain('from=2021-04-01&to=2021-09-30');
  });

  it('tell no closings of days that no records reach', () => {
    const after = { ...scope, countedFrom: '2021-10-01' };
    expect(closedFigures(figures, after)).toEqual([
      {
        ...{
          part: 'CLOSED_SINCE',
          label: 'Closed since 1 October 2021',
          count: null,
          path: null,
          listed: [],
        },
        inWords: 'not yet: no records reach it',
      },
    ]);
  });

  it('tell where most is stuck first', () => {
    expect(stuckFigures(figures, scope, []).map(({ label, count }) => [label, count])).toEqual([
      ['Overdue', 3],
      ['Overdue at stage 1', 3],
      ['Overdue in Home care', 2],
      ['Overdue in Reviews', 1],
    ]);
  });

  it('say why there is no number', () => {
    expect(counted(null)).toEqual({ count: null, inWords: 'not recorded' });
    expect(counted(null, { suppressed: ['OPEN'] })).toEqual({ count: null, inWords: 'too few to show' });
    expect(counted(0)).toEqual({ count: 0, inWords: null });
  });
});

describe('the agenda of a closed meeting', () => {
  const kept = {
    part: 'STUCK' as const,
    label: 'Overdue',
    count: 1_234,
    inWords: null,
    listed: ['adults-1'],
  };

  it('shows what was seen, under the heading of each part', () => {
    const agenda = {
      ...{ asAt: '2021-09-30', countedFrom: '2021-04-01', seenBy: 'olu', seenAt: '2021-09-30T13:00:00.000Z' },
      figures: [{ ...kept, path: '/complaints?measure=OVERDUE' }],
    };
    const view = keptView(agenda, { complaints: new Map(), cases: new Map(), lost: [] });
    expect(listedIn(agenda)).toEqual([{ __typename: 'AdultsComplaint', id: 'adults-1' }]);
    expect(view.sections).toEqual([
      {
        ...{ part: 'STUCK', heading: 'Stuck, and where' },
        figures: [{ label: 'Overdue', words: '1,234', exact: '1234', href: '/complaints?measure=OVERDUE' }],
        listed: [{ name: 'number 1', href: '/complaints/adults-1' }],
      },
    ]);
  });

  it.each(['//elsewhere.example', '/\\elsewhere.example', 'https://elsewhere.example'])(
    'leads nowhere by %s',
    (path) => {
      expect(figureWords({ ...kept, path }).href).toBeNull();
    },
  );
});
