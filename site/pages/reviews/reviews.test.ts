import { GatewayRefusal } from '../../gateway/refusal';
import { type Answers, servePages } from '../../testing/serve-pages';
import { addActionPage } from './action-page';
import { addCloseMeeting } from './close';
import { addReviewList } from './list';
import { addMeetingPage } from './meeting-page';
import { addReviewPlan } from './plan';
import { addReviewPages } from './reviews';

const ID = '6d6e1f3c-58a4-4a0b-9f5e-1d2a3b4c5d6e';
const PATH = `/reviews/${ID}`;
const ACTION_PATH = `/reviews/actions/${ID}`;
const meeting = {
  ...{ id: ID, stream: 'ADULTS', directorate: null, heldOn: '2021-09-30', chair: 'Head <b>' },
  ...{ attendees: ['Manager'], notes: '', state: 'PLANNED', version: 3, agenda: null, actions: [] },
};
const action = {
  ...{ id: ID, what: 'Answer <b>', owner: 'Head', dueOn: '2021-10-31', state: 'OPEN', isOverdue: true },
  ...{ endedOn: null, result: null, complaintId: null, version: 1 },
  meeting: { id: ID, stream: 'ADULTS', directorate: null, heldOn: '2021-09-30' },
};
const version = { ...action, changedBy: 'olu', changedAt: '2021-09-30T12:00:00Z' };
const none = { totalCount: 0, edges: [] };
const suppressed: never[] = [];
const FIGURES = {
  backlog: {
    asAt: '2021-09-30',
    partial: [],
    rows: [{ ageBand: 'OVER_65_WORKING_DAYS', open: 4, suppressed }],
  },
  total: { rows: [{ open: 4, overdue: 3, suppressed }] },
  closed: { rows: [{ closed: 181, suppressed }] },
  ...{ closedByFinding: { rows: [] }, overdueByStage: { rows: [] }, overdueByService: { rows: [] } },
};
const LISTED = {
  counted: { ...none, asAt: '2021-09-30', partial: [], pageInfo: { hasNextPage: false, endCursor: null } },
  figures: [{ value: 0, numerator: null, denominator: null, definition: {} }],
};
const AGENDA: Answers = {
  ReviewMeeting: { reviewMeeting: meeting },
  Reach: { reach: { asAt: '2021-09-30', sources: [{ stream: 'ADULTS', to: '2021-09-30' }] } },
  ReviewBefore: { reviewMeetings: { edges: [] }, open: none, ended: none },
  ReviewFigures: FIGURES,
  CountedList: LISTED,
  ReviewCases: { counted: none },
};
const NAMES = {
  FilterNames: { services: [{ id: 's', name: 'S', directorate: 'Place' }], channels: [] },
  FilterThemes: { themes: { rows: [] } },
};
const PLAN = {
  ...{ id: ID, basedOnVersion: '3', stream: 'ADULTS', 'on-day': '30', 'on-month': '9', 'on-year': '2021' },
  ...{ chair: 'Head of complaints', attendees: 'Manager\r\n\r\n Social worker ', notes: '' },
};
const AGREED = {
  ...{ id: ID, basedOnVersion: '0', what: 'Answer', owner: 'Head', state: 'OPEN', reference: '' },
  ...{ 'due-day': '31', 'due-month': '10', 'due-year': '2021' },
};
const DONE = {
  ...{ ...AGREED, basedOnVersion: '1', state: 'DONE', result: 'Answered.' },
  ...{ 'ended-day': '20', 'ended-month': '10', 'ended-year': '2021' },
};
const LOST = new GatewayRefusal('TIMEOUT', 'slow');

let served: Awaited<ReturnType<typeof servePages>>;
const serve = async (answers: Answers, role = 'officer') => {
  served = await servePages({ add: addReviewPages, answers, session: { role } });
  return served;
};
afterEach(() => served?.stop());

describe('the page of a review meeting', () => {
  it('is there by itself, as the others are', async () => {
    for (const add of [addActionPage, addCloseMeeting, addReviewList, addReviewPlan]) {
      served = await servePages({ add, answers: {} });
      await served.stop();
    }
    served = await servePages({ add: addMeetingPage, answers: { ReviewMeeting: { reviewMeeting: null } } });
    expect((await served.get(PATH)).statusCode).toBe(404);
  });

  it('goes through five parts in their order, each figure with its list', async () => {
    const { get } = await serve(AGENDA);
    const { body } = await get(PATH);
    const heads = [
      ...['1. Agreed before and not done', '2. Backlog by age', '3. Closed since the meeting before'],
      ...['4. Stuck, and where', '5. Promised to the ombudsmen and not done', 'What was agreed'],
    ];
    const found = heads.map((head) => body.indexOf(`>${head}<`));
    expect(found).toEqual([...found].sort((one, other) => one - other));
    expect(found).not.toContain(-1);
    expect(body).toContain('data-figure="Closed from 1 April 2021 to 30 September 2021" data-value="181"');
    expect(body).toContain('Head &lt;b&gt;');
  });

  it('leads those who work on complaints to the worklist of its stream, and nobody else', async () => {
    const WORKLIST = 'href="/casework?list=ALL_OPEN&amp;stream=ADULTS"';
    const leads = async (role: string) => {
      const { body } = await (await serve(AGENDA, role)).get(PATH);
      await served.stop();
      return body.includes(WORKLIST);
    };
    expect([await leads('officer'), await leads('manager'), await leads('admin')]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('stands where parts of it cannot be had', async () => {
    const { get } = await serve({ ...AGENDA, ReviewFigures: LOST, ReviewCases: LOST, ReviewBefore: LOST });
    const { body, statusCode } = await get(PATH);
    expect(statusCode).toBe(200);
    expect(body.split('cannot be had just now').length - 1).toBeGreaterThanOrEqual(4);
    expect(body).not.toContain('data-value="0"');
  });

  it('offers a manager to keep what was agreed, and not to change or close', async () => {
    const { get } = await serve(AGENDA, 'manager');
    const { body } = await get(PATH);
    expect(body).toContain('Write it down');
    expect(body).not.toContain(`${PATH}/close`);
    for (const page of ['/reviews/new', `${PATH}/change`, `${PATH}/close`])
      expect((await get(page)).statusCode).toBe(404);
  });

  it('of one that is closed shows what was seen, and takes nothing new', async () => {
    const seen = {
      part: 'STUCK',
      label: 'Overdue',
      count: null,
      inWords: 'not recorded',
      path: null,
      listed: [],
    };
    const agenda = {
      ...{ countedFrom: '2021-04-01', asAt: '2021-09-30', seenBy: 'olu', seenAt: '2021-09-30T12:00:00Z' },
      figures: [seen],
    };
    const closed = { ...meeting, state: 'CLOSED', agenda, actions: [action] };
    const { get, asked } = await serve({ ReviewMeeting: { reviewMeeting: closed } });
    const { body } = await get(PATH);
    expect(body).toContain('not recorded');
    expect(body).toContain('Answer &lt;b&gt;');
    expect(body).not.toContain('Write it down');
    expect((await get(`${PATH}/change`)).headers.location).toBe(PATH);
    expect(asked.map(({ operation }) => operation)).toEqual(['ReviewMeeting', 'ReviewMeeting']);
  });

  it('is none for an id that is nobody’s', async () => {
    const { get } = await serve({ ReviewMeeting: { reviewMeeting: null } });
    expect((await get(PATH)).statusCode).toBe(404);
  });
});

describe('writing down what was agreed', () => {
  it('sends it with the complaint of its reference, and goes on to the list', async () => {
    const { post, asked } = await serve({
      ComplaintByReference: { complaint: { __typename: 'AdultsComplaint', id: 'adults-1' } },
      SaveAgreedAction: { outcome: { __typename: 'AgreedAction' } },
    });
    const answer = await post(`${PATH}/actions`, { ...AGREED, reference: 'ASC-1' });
    expect([answer.statusCode, answer.headers.location]).toEqual([303, `${PATH}#agreed`]);
    expect(asked[1]?.variables).toMatchObject({
      ...{ id: ID, basedOnVersion: 0 },
      action: { meetingId: ID, complaintId: 'adults-1', dueOn: '2021-10-31', state: 'OPEN', endedOn: null },
    });
  });

  it.each([
    [{ what: '' }, {}, 400, 'Write what is to be done.'],
    [{ 'due-day': '31', 'due-month': '9' }, {}, 400, 'as a day, a month and a year'],
    [
      { reference: 'X' },
      { ComplaintByReference: { complaint: null } },
      400,
      'No complaint has this reference',
    ],
    [{}, { SaveAgreedAction: LOST }, 503, 'does not answer just now'],
    [
      {},
      { SaveAgreedAction: { outcome: { __typename: 'ReviewMeetingClosed', message: 'It is closed.' } } },
      400,
      'It is closed.',
    ],
  ])('keeps what was typed where it is refused: %j', async (wrong, answers, status, says) => {
    const { post } = await serve({ ...AGENDA, ...answers });
    const { body, statusCode } = await post(`${PATH}/actions`, { ...AGREED, ...wrong });
    expect(statusCode).toBe(status);
    expect(body).toContain(says);
    expect(body).toContain('value="Head"');
    expect(body).toContain(`name="id" value="${ID}"`);
  });
});

describe('following what was agreed', () => {
  it('shows how it stands and what it said before', async () => {
    const done = { ...action, state: 'DONE', endedOn: '2021-10-20', result: 'Answered.', version: 2 };
    const { get } = await serve({
      AgreedAction: { agreedAction: { ...done, versions: [version, version] } },
    });
    const { body } = await get(ACTION_PATH);
    expect(body).toContain('done 20 October 2021');
    expect(body).toContain('What it said before');
  });

  it('says that it is done', async () => {
    const { post, asked } = await serve({
      AgreedAction: { agreedAction: { ...action, versions: [version] } },
      SaveAgreedAction: { outcome: { __typename: 'AgreedAction' } },
    });
    const answer = await post(ACTION_PATH, DONE);
    expect([answer.statusCode, answer.headers.location]).toEqual([303, `${ACTION_PATH}?did=saved`]);
    expect(asked[1]?.variables).toMatchObject({
      ...{ basedOnVersion: 1, action: { state: 'DONE', endedOn: '2021-10-20', result: 'Answered.' } },
    });
  });

  it('asks for the day and the words where it is done, and keeps the rest', async () => {
    const { post } = await serve({ AgreedAction: { agreedAction: { ...action, versions: [version] } } });
    const { body, statusCode } = await post(ACTION_PATH, { ...AGREED, state: 'DONE', what: 'Mine' });
    expect(statusCode).toBe(400);
    expect(body).toContain('Say what came of it');
    expect(body).toContain('Give the day on which it was done or dropped.');
    expect(body).toContain('Mine</textarea>');
  });

  it('shows beside each field what somebody else wrote meanwhile', async () => {
    const now = { ...action, owner: 'Another post', version: 2 };
    const { post } = await serve({
      AgreedAction: { agreedAction: { ...action, versions: [version] } },
      SaveAgreedAction: { outcome: { __typename: 'AgreedActionChanged', message: 'Changed.', action: now } },
    });
    const { body } = await post(ACTION_PATH, DONE);
    expect(body).toContain('By now: Another post');
    expect(body).toContain('name="basedOnVersion" value="2"');
    expect(body).toContain('Answered.</textarea>');
  });
});

describe('planning a review meeting', () => {
  it('sends posts line by line, and goes on to the meeting', async () => {
    const { post, asked } = await serve({ SaveReviewMeeting: { outcome: { __typename: 'ReviewMeeting' } } });
    const answer = await post('/reviews/plan', PLAN);
    expect([answer.statusCode, answer.headers.location]).toEqual([303, PATH]);
    expect(asked[0]?.variables).toMatchObject({
      plan: { stream: 'ADULTS', directorate: null, attendees: ['Manager', 'Social worker'] },
    });
  });

  it.each([
    [{ stream: '' }, 'Choose a stream, a directorate, or both.'],
    [{ chair: ' ' }, 'Write the post of who is in the chair.'],
    [{ 'on-day': '' }, 'the day of the meeting'],
  ])('says what is wrong with %j, and keeps the rest', async (wrong, says) => {
    const { post, asked } = await serve(NAMES);
    const { body, statusCode } = await post('/reviews/plan', { ...PLAN, ...wrong });
    expect(statusCode).toBe(400);
    expect(body).toContain(says);
    expect(body).toContain('Social worker');
    expect(asked.map(({ operation }) => operation)).not.toContain('SaveReviewMeeting');
  });

  it('shows what somebody else planned meanwhile, and saves mine over it when sent again', async () => {
    const now = { ...meeting, chair: 'Another post', version: 4 };
    const { post } = await serve({
      ...NAMES,
      SaveReviewMeeting: { outcome: { __typename: 'ReviewMeetingChanged', message: 'x', meeting: now } },
    });
    const { body } = await post('/reviews/plan', PLAN);
    expect(body).toContain('By now: Another post');
    expect(body).toContain('name="basedOnVersion" value="4"');
  });
});

describe('closing a review meeting', () => {
  const markIn = (body: string) => /name="seen" value="(?<mark>[^"]+)"/.exec(body)?.groups?.mark ?? '';
  const CLOSED = { CloseReviewMeeting: { outcome: { __typename: 'ReviewMeeting' } } };

  it('keeps the figures that were looked at', async () => {
    const { get, post, asked } = await serve({ ...AGENDA, ...CLOSED });
    const seen = markIn((await get(`${PATH}/close`)).body);
    const answer = await post(`${PATH}/close`, { seen, basedOnVersion: '3', notes: ' Said. ' });
    expect([answer.statusCode, answer.headers.location]).toEqual([303, PATH]);
    const sent = asked.find(({ operation }) => operation === 'CloseReviewMeeting');
    expect(sent?.variables).toMatchObject({
      ...{ id: ID, basedOnVersion: 3, notes: 'Said.' },
      agenda: { asAt: '2021-09-30', countedFrom: '2021-04-01' },
    });
    expect(JSON.stringify(sent?.variables)).toContain('"count":181');
  });

  it('is asked for again where the figures are others by now', async () => {
    const { post, asked } = await serve({ ...AGENDA, ...CLOSED });
    const answer = await post(`${PATH}/close`, { seen: 'x', basedOnVersion: '3', notes: 'Said.' });
    expect(answer.statusCode).toBe(409);
    expect(answer.body).toContain('not those that you looked at');
    expect(answer.body).toContain('Said.</textarea>');
    expect(asked.map(({ operation }) => operation)).not.toContain('CloseReviewMeeting');
  });

  it('waits where a figure cannot be had', async () => {
    const { post } = await serve({ ...AGENDA, ReviewCases: LOST });
    const answer = await post(`${PATH}/close`, { seen: '', basedOnVersion: '3', notes: 'Said.' });
    expect([answer.statusCode, answer.body.includes('Said.</textarea>')]).toEqual([503, true]);
  });
});

describe('the list of review meetings', () => {
  const list = (more: object = {}) => ({
    ReviewMeetings: {
      reviewMeetings: {
        ...{ totalCount: 1, pageInfo: { hasNextPage: false, endCursor: null } },
        edges: [{ node: { ...meeting, actions: [action], ...more } }],
      },
      agreedActions: { totalCount: 1, edges: [{ node: action }] },
    },
  });

  it('has what is to be done first, then the meetings', async () => {
    const { get } = await serve(list());
    const { body } = await get('/reviews');
    expect(body.indexOf('Agreed and not done (1)')).toBeLessThan(
      body.indexOf('Adult social care, 30 September'),
    );
    expect(body).toContain('1 thing agreed, 1 open, 1 overdue');
    expect(body).toContain('Plan a meeting');
  });

  it('offers no planning to a manager, and says where there is nothing', async () => {
    const empty = {
      reviewMeetings: { ...none, pageInfo: { hasNextPage: false, endCursor: null } },
      agreedActions: none,
    };
    const { get } = await serve({ ReviewMeetings: empty }, 'manager');
    const { body } = await get('/reviews');
    expect(body).toContain('Nothing that was agreed is left to do.');
    expect(body).not.toContain('/reviews/new');
  });

  it('takes no form of another site', async () => {
    const { post, asked } = await serve({});
    for (const path of ['/reviews/plan', `${PATH}/actions`, `${PATH}/close`, ACTION_PATH])
      expect((await post(path, {}, 'x')).statusCode).toBe(403);
    expect(asked).toEqual([]);
  });
});
