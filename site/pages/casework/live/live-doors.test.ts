import { createLive } from '../../../live/live';
import { type Answers, servePages } from '../../../testing/serve-pages';
import { addLiveDoors } from './live-doors';

const OFFICER = { role: 'officer', streams: ['corporate'] };
const TIMES = { complaintMillis: 1, listMillis: 1 };
const entry = { place: 2, text: 'A note was added.', on: null, by: 'olu', at: '2026-05-04T09:42:10Z' };
const at = (version: number) => ({
  complaint: { id: 'corporate-1', casework: { version, timeline: { edges: [{ node: entry }] } } },
});
const list = (...ids: string[]) => ({
  page: {
    edges: ids.map((id) => ({
      ...{ cursor: id, urgency: 'ON_TIME', workingDaysLeft: 3 },
      node: { nextDueOn: '2026-05-04', complaint: { __typename: 'CorporateComplaint', id } },
    })),
    pageInfo: { hasNextPage: false },
  },
  counts: null,
  groups: [],
});

/** Answers one after the other, and then as if it were not to be seen any more. */
const inTurn = (answers: readonly object[], last: object) => {
  const left = [...answers];
  return () => left.shift() ?? last;
};

async function eventsAt(url: string, answers: Answers, session: object = OFFICER): Promise<string[]> {
  let asked = 0;
  // A list is never closed to its worker: the session ends instead.
  const holds = async () => ++asked < 6;
  const site = await servePages({
    ...{ session: { ...session, accessTokenEndsAt: Date.parse('2030-01-01T00:00:00Z') }, answers },
    add: (app, { clock, ...makers }) =>
      addLiveDoors(app, { ...makers, live: createLive({ holds, clock }), times: TIMES }),
  });
  const { body } = await site.get(url);
  await site.stop();
  return body.split('\n\n').filter((event) => event !== ':' && event !== '');
}
const told = (state: object) => `event: told\ndata: ${JSON.stringify(state)}`;
const over = (why: string) => `event: over\ndata: ${JSON.stringify({ why })}`;

describe('the doors at which open pages are told of changes', () => {
  it('tell of a complaint what happened since the page was made, until it is closed to the person', async () => {
    const CaseLiveOfCorporate = inTurn([at(1), at(2)], { complaint: null });
    expect(await eventsAt('/complaints/corporate-1/live?version=1', { CaseLiveOfCorporate })).toEqual([
      told({ version: 1, says: null }),
      told({ version: 2, says: 'Olu Somebody: A note was added (10:42).' }),
      over('CLOSED'),
    ]);
  });

  it('tell of a list which complaints are on its page', async () => {
    const WorklistCorporate = inTurn([list('corporate-1'), list('corporate-1')], list('corporate-2'));
    expect(await eventsAt('/casework/live?list=UNASSIGNED', { WorklistCorporate })).toEqual([
      told({ ids: ['corporate-1'] }),
      told({ ids: ['corporate-2'] }),
      over('SIGNED_OUT'),
    ]);
  });

  it('take nothing for gone where a stream does not answer: the browser comes again', async () => {
    expect(await eventsAt('/casework/live', { WorklistCorporate: undefined })).toEqual([]);
  });

  it.each(['/casework/live', '/complaints/corporate-1/live', '/complaints/nobody-1/live'])(
    'are closed to who works on no complaints: %s',
    async (url) => {
      expect(await eventsAt(url, {}, { role: 'analyst' })).toEqual([over('CLOSED')]);
    },
  );
});
