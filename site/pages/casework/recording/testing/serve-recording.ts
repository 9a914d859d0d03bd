import { randomUUID } from 'node:crypto';
import type { Drafts } from '../../../../drafts/drafts';
import { GatewayRefusal } from '../../../../gateway/refusal';
import { type Answers, servePages } from '../../../../testing/serve-pages';
import { addRecordingPages } from '../recording';
import { RECORDING_ANSWERS } from './told';

/** The moment at which complaints of tests are recorded. */
export const NOW = '2026-12-01T12:00:00Z';
export const DAY = { 'receivedOn-day': '30', 'receivedOn-month': '11', 'receivedOn-year': '2026' };
export const DONE = { outcome: { __typename: 'CommandDone', version: 1, complaint: { id: 'corporate-1' } } };
/** What is said at each step of a complaint of which nothing is missing. */
export const COMPLAINED = {
  came: { channel: 'Phone', ...DAY },
  kind: { kind: 'COMPLAINT' },
  stream: { stream: 'CORPORATE' },
  who: { 'complainant-surname': 'Madeup', 'complainant-telephone': '0161 496 0000' },
  others: { linkTo: '' },
  what: { summary: 'The bin was missed.', points: '', serviceId: 'parks', theme: 'Delay', stage: '1' },
};

/** The pages of recording over drafts of a test, for an officer, with the graph answering as the test says. */
export async function serveRecording(drafts: Drafts, answers: Answers = {}, session: object = {}) {
  const site = await servePages({
    add: (app, makers) => addRecordingPages(app, { ...makers, drafts }),
    answers: { ...RECORDING_ANSWERS, ...answers },
    session: { role: 'officer', subject: 'olu', streams: ['corporate', 'schools'], ...session },
    now: NOW,
  });
  const begin = async (): Promise<string> => {
    const draft = randomUUID();
    await site.post('/casework/record', { draft });
    return draft;
  };
  const save = (draft: string, step: string, fields: Readonly<Record<string, string>>, version = '0') =>
    site.post(`/casework/record/${draft}/${step}`, { version, go: 'on', ...fields });
  return {
    ...site,
    begin,
    save,
    /** A draft of which every step is saved. */
    async filled(): Promise<string> {
      const draft = await begin();
      for (const [step, fields] of Object.entries(COMPLAINED)) await save(draft, step, fields);
      return draft;
    },
  };
}

/** A call to the complaints team, and what the graph says of it. */
export const CALL = {
  ...{ id: '703179', group: 'Complaints', streams: ['CORPORATE', 'ADULTS'], offeredOn: '2026-11-20' },
  ...{ offeredAt: '2026-11-20T14:03:00Z', outcomes: [] },
};
export const CALLS: Answers = {
  CallToRecord: { call: CALL },
  CallerToRecord: { call: { id: CALL.id, callerNumber: '0161 496 0000' } },
};
export const GONE = new GatewayRefusal('UNREACHABLE', 'Down');

/** Begins a draft of the call; its id. */
export async function begunOf(
  site: Pick<Awaited<ReturnType<typeof serveRecording>>, 'post'>,
): Promise<string> {
  const { headers } = await site.post('/casework/record', { call: CALL.id });
  return /record\/([^/]+)\//.exec(String(headers.location))?.[1] ?? '';
}
