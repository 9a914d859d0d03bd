import { fixedClock } from '../../../../platform/config/clock';
import { GatewayRefusal } from '../../../gateway/refusal';
import { toldGateway } from '../../../testing/serve-pages';
import { askAgenda } from './ask-agenda';
import { keptOf, seenMark } from './seen';

const meeting = {
  ...{
    id: 'm',
    stream: 'ADULTS' as const,
    directorate: 'Adult social care',
    heldOn: '2021-09-30',
    chair: 'x',
  },
  ...{ attendees: [], notes: '', state: 'PLANNED' as const, version: 1, agenda: null, actions: [] },
};
const LOST = new GatewayRefusal('TIMEOUT', 'slow');
const none = { totalCount: 0, edges: [] };
const reaching = (to: string) => ({ Reach: { reach: { asAt: to, sources: [{ stream: 'ADULTS', to }] } } });
const ANSWERS = {
  ...reaching('2021-12-31'),
  ReviewBefore: {
    reviewMeetings: { edges: [{ node: { id: 'b', heldOn: '2021-06-30' } }] },
    ...{ open: none, ended: none },
  },
  ReviewFigures: {
    backlog: { asAt: '2021-09-30', partial: [], rows: [] },
    ...{ total: { rows: [] }, closed: { rows: [] }, closedByFinding: { rows: [] } },
    ...{ overdueByStage: { rows: [] }, overdueByService: { rows: [] } },
  },
  ...{ CountedList: LOST, ReviewCases: { counted: none } },
};
const ask = async (answers: object) => {
  const gateway = toldGateway({ ...ANSWERS, ...answers });
  const clock = fixedClock('2026-11-30');
  const agenda = await askAgenda({ gateway, clock }, { accessToken: 't', requestId: 'r' }, meeting);
  const figures = gateway.asked.find(({ operation }) => operation === 'ReviewFigures');
  return { agenda, variables: figures?.variables };
};

describe('an agenda', () => {
  it('stands as at the day of its meeting, and counts closings from the day after the one before', async () => {
    const { agenda, variables } = await ask({});
    const where = { streams: ['ADULTS'], directorates: ['Adult social care'] };
    expect(variables).toEqual({
      ...{ where, asAt: '2021-09-30', closed: { ...where, from: '2021-07-01', to: '2021-09-30' } },
    });
    expect(agenda.isBehind).toBe(false);
  });

  it('stands as at the newest day of the records where they end before it', async () => {
    const { agenda } = await ask(reaching('2021-08-31'));
    expect([agenda.asAt, agenda.isBehind]).toEqual(['2021-08-31', true]);
  });

  it('counts no closings where nobody can say since when', async () => {
    const { agenda } = await ask({ ReviewBefore: LOST });
    expect(agenda.sections.map(({ part, figures }) => [part, figures === null])).toEqual([
      ['BACKLOG', false],
      ['CLOSED_SINCE', true],
      ['STUCK', false],
      ['REMEDIES_DUE', false],
    ]);
    expect(keptOf(agenda)).toBeNull();
  });

  it('bears a mark that is the same for the same figures alone', async () => {
    const kept = keptOf((await ask({})).agenda);
    if (kept === null) throw new Error('The agenda is whole');
    expect(seenMark(kept)).toBe(seenMark({ ...kept }));
    expect(seenMark(kept)).not.toBe(seenMark({ ...kept, asAt: '2021-09-29' }));
  });
});
