import type { FastifyInstance } from 'fastify';
import { GatewayRefusal } from '../../../gateway/refusal';
import type { ClockShownFragment } from '../../../operations/__generated__/operations';
import { type Answers, servePages } from '../../../testing/serve-pages';
import { caseAnswers, DEADLINES, liveCase } from '../../casework/testing/a-case';
import { askingOf, type PageMakers, sendPage } from '../../page-makers';
import { clocksOf } from './clocks';
import { entriesOf } from './entries';
import { learnedOf } from './learned';
import { askLivePart } from './live-part';
import { actionsOf, type LiveShown, standingOf } from './live-view';

const entry = {
  ...{ place: 4, stage: 1, event: 'NOTE', text: 'Something was noted.', on: null, by: 'olu' },
  ...{ at: '2026-12-01T10:00:00Z', words: [{ part: 'NOTE', words: 'Called <b>' }] },
};
const shown = (given: object = {}) => ({
  ...liveCase(given),
  ...{ risk: null, elements: [], coordinatedWith: [], linkedTo: [], mergedInto: null },
  timeline: {
    edges: [{ node: entry }, { node: { ...entry, place: 1, words: [{ part: 'POINT_2', words: 'Late' }] } }],
    ...{ pageInfo: { hasNextPage: true, endCursor: 'a b' }, totalCount: 24 },
  },
});
const parsed = <Value>(value: object): Value => JSON.parse(JSON.stringify(value));
const live = (given: object = {}) => parsed<LiveShown>(shown(given));
const nameOf = (subject: string) => (subject === 'olu' ? 'Olu Somebody' : subject);

describe('the next limit of a complaint', () => {
  it.each([
    [-3, '3 working days over (15 December 2026)'],
    [-1, '1 working day over (15 December 2026)'],
    [0, 'due today (15 December 2026)'],
    [2, 'due in 2 working days (15 December 2026)'],
    [null, 'due later (15 December 2026)'],
  ])('is told in working days: %s', (workingDaysLeft, words) => {
    const next = (nextDueOn: string | null) =>
      standingOf(live({ nextDueOn, workingDaysLeft }), new Map(), nameOf).next?.words ?? null;
    expect([next('2026-12-15'), next(null)]).toEqual([`ANSWER: ${words}`, null]);
  });
});

describe('how a live complaint stands', () => {
  const standing = (given: object = {}) =>
    standingOf(live(given), new Map([['ANSWER', 'Answer it']]), nameOf);

  it('says who has it, for whom it waits, and what is due next', () => {
    expect(standing()).toMatchObject({
      ...{ state: 'With the service', waitsFor: 'the service', holder: 'Olu Somebody' },
      next: { words: 'Answer it: due in 10 working days (15 December 2026)', kind: 'plain' },
    });
    expect(standing({ assignedTo: null }).holder).toBe('Nobody');
    expect(standing({ assignedTo: null, assignedGroup: 'g1' }).holder).toBe('A group');
    const held = live({ assignedTo: null, assignedGroup: 'g1' });
    expect(standingOf(held, new Map(), nameOf, new Map([['g1', 'Reviews']])).holder).toBe('Reviews');
    const absence = { to: '2026-12-10', standsIn: 'cora' };
    expect(standing({ isAccepted: false, absence }).holder).toBe(
      'Olu Somebody, not taken yet, away until 10 December 2026; cora stands in',
    );
  });

  it('offers the next steps before what may be done at any time', () => {
    const { primary, others } = actionsOf({ id: 'corporate-1', stream: 'CORPORATE' }, live(), 'olu');
    expect(primary.map(({ title, href }) => [title, href])[0]).toEqual([
      'Answer it',
      '/complaints/corporate-1/do/answer',
    ]);
    expect(others.map(({ event }) => event)).toEqual([
      ...['NOTE', 'ASSIGN', 'EXTEND', 'CHANGE_PARTY', 'LINK', 'SETTLE'],
    ]);
  });

  it('tells what happened with what was written at it', () => {
    expect(entriesOf(live(), nameOf)).toMatchObject([
      { by: 'Olu Somebody', words: [{ part: 'The note', words: 'Called <b>' }] },
      { words: [{ part: 'Element 2' }] },
    ]);
    const told = (event: string) => {
      const node = { ...entry, event, words: [{ part: 'SUMMARY', words: 'Sorry.' }] };
      const of = parsed<LiveShown>({ ...shown(), timeline: { edges: [{ node }] } });
      return entriesOf(of, nameOf)[0]?.words[0]?.part;
    };
    expect([told('RECORD'), told('ANSWER')]).toEqual(['What was said', 'What the complainant was told']);
  });
});

describe('what was learned of a complaint', () => {
  const promise = {
    ...{ place: 3, stage: 1, owner: 'olu', serviceId: null, firstDueOn: '2026-12-10', dueOn: '2026-12-10' },
    ...{ keptOn: null, droppedOn: null, isOverdue: false, isInTime: null },
    entry: { words: [{ part: 'PROMISE', words: 'Empty it' }] },
  };
  const states = (given: object) => {
    const [one] = learnedOf(live({ promises: [{ ...promise, ...given }] }), nameOf).promises;
    return one?.state.words;
  };

  it('tells each promise with who has it, and how it stands', () => {
    expect(learnedOf(live({ promises: [promise] }), nameOf).promises).toEqual([
      {
        ...{ place: 3, words: 'Empty it', who: 'Olu Somebody', due: 'by 10 December 2026' },
        state: { words: 'to be done', kind: 'plain' },
      },
    ]);
    expect(states({ isOverdue: true })).toBe('overdue');
    expect(states({ keptOn: '2026-12-11', isInTime: false })).toBe('done late, 11 December 2026');
    expect(states({ keptOn: '2026-12-09', isInTime: true })).toBe('done 9 December 2026');
    expect(states({ droppedOn: '2026-12-09' })).toBe('given up 9 December 2026');
    const moved = { ...promise, dueOn: '2026-12-20', owner: null, serviceId: 'parks', entry: null };
    expect(learnedOf(live({ promises: [moved] }), nameOf).promises[0]).toMatchObject({
      ...{ words: null, who: 'the service', due: 'by 20 December 2026, first by 10 December 2026' },
    });
  });

  it('tells recommendations, causes, risk, and with whom it is answered', () => {
    const recommendation = {
      ...{ place: 6, stage: 1, owner: null, serviceId: null, dueOn: null, madeAt: '', entry: null },
      ...{ became: null, becameOn: null },
    };
    const done = { ...recommendation, became: 'DONE', becameOn: '2026-12-09' };
    const told = learnedOf(
      {
        ...live({ recommendations: [recommendation, done], causes: [{ stage: 1, causes: ['DELAY'] }] }),
        ...{ risk: 'HIGH', coordinatedWith: [{ body: 'NHS', isLedHere: false }] },
      },
      nameOf,
    );
    expect(told.recommendations.map(({ who, state }) => [who, state.words])).toEqual([
      ['nobody named', 'nobody said yet'],
      ['nobody named', 'it was done, 9 December 2026'],
    ]);
    expect(told.facts.map(({ value }) => value)).toEqual([
      'It took too long',
      'Much, or soon',
      'A body of the National Health Service; the other body gives the one answer',
    ]);
  });
});

describe('the clocks of a complaint', () => {
  const clock = (given: object = {}) => clocksOf(parsed([{ ...DEADLINES[0], ...given }]))[0];

  it('tell the day, whether it was met, and each step with its law', () => {
    expect(clock()).toMatchObject({
      ...{ id: 'clock-1-answer', due: 'By 15 December 2026', state: { words: 'open' } },
      steps: [
        { text: 'It was received on 24 November 2026.', law: null },
        { law: 'The Code, paragraph 6.3 (a code or guidance under the law)', days: '8 Dec 2026 (Closed)' },
      ],
    });
    expect(clock({ dueOn: null })?.due).toBe('No day yet');
    expect(clock({ extendedTo: '2026-12-15', isEstimated: true })?.due).toBe(
      'By 15 December 2026, as it was extended, as far as can be told',
    );
    expect(clock({ metOn: '2026-12-02', isInTime: true })?.state.words).toBe('done 2 December 2026');
    expect(clock({ metOn: '2026-12-16', isInTime: false })?.state.kind).toBe('bad');
    expect(clock({ isInTime: false })?.state.words).toBe('not done in time');
  });

  it('stand with the latest stage first', () => {
    const limits = parsed<ClockShownFragment[]>([DEADLINES[0] ?? {}, { ...DEADLINES[0], stage: 2 }]);
    expect(clocksOf(limits).map(({ stage }) => stage)).toEqual(['Stage 2', 'Stage 1']);
  });
});

describe('the part of the page', () => {
  const add = (app: FastifyInstance, { page, gateway, nameOf: called }: PageMakers) => {
    app.get('/:id', async (request, reply) => {
      const makers = { gateway, nameOf: called };
      const part = await askLivePart(makers, request, askingOf(request), { id: 'corporate-1' });
      return sendPage(reply, page(request, 'what-is-kept.njk', { parts: [] }) && JSON.stringify(part));
    });
  };
  async function ask(url: string, changed: Answers = {}, role = 'officer') {
    const answers = {
      ...caseAnswers(),
      ComplaintClocksOfCorporate: { complaint: { deadlines: DEADLINES } },
      CaseOnPageOfCorporate: {
        complaint: {
          reference: 'COR-1',
          stages: [{ stage: 1, receivedOn: '2026-11-24' }],
          deadlines: DEADLINES,
          casework: shown(),
        },
      },
      ...changed,
    };
    const site = await servePages({ add: Object(add), answers, session: { role, subject: 'olu' } });
    const { body } = await site.get(url);
    await site.stop();
    return { ...JSON.parse(body), asked: site.asked };
  }

  it('says what was done just now, and leads to what happened before', async () => {
    const { live: part } = await ask('/x?did=4');
    expect(part.did.text).toBe('Something was noted.');
    expect(part.olderHref).toBe('/complaints/corporate-1?after=a%20b#timeline');
    expect(part.notNow.map(({ title }: { title: string }) => title)).toEqual([
      'Correct a date',
      'Take it to the next stage',
    ]);
    expect((await ask('/x?did=99')).live.did).toBeNull();
    expect((await ask('/x?did=none')).live.did).toBeNull();
  });

  it('is for whoever works on complaints; others have the clocks', async () => {
    const { live: part, clocks, asked } = await ask('/x', {}, 'analyst');
    expect([part, clocks.length]).toEqual([null, 1]);
    expect(asked.map(({ operation }: { operation: string }) => operation)).toEqual([
      'ComplaintClocksOfCorporate',
    ]);
  });

  it('says what cannot be had just now', async () => {
    const slow = new GatewayRefusal('TIMEOUT', 'slow');
    const lost = await ask('/x', {
      CaseOnPageOfCorporate: slow,
      LiveProcedureCorporate: slow,
    });
    expect(lost).toMatchObject({ live: null, isLiveLost: true, clocks: null });
  });
});
