import path from 'node:path';
import { createLogger } from '../../platform/logging/logger';
import { type TestDatabase, testDatabase } from '../../platform/testing/database';
import { withSettings } from '../../platform/testing/with-settings';
import { createSavedViews } from '../pages/views/saved-views';
import { siteSchema } from '../schema';
import { createRenderer } from '../server/render';
import { movingClock } from '../testing/people';
import { type Answers, toldGateway } from '../testing/serve-pages';
import { createPostDesk } from './post-desk';
import { createPostman } from './postman';
import type { OutgoingMailRow } from './tables';
import type { Handed, WrittenMail } from './transport/transport';

export const ANA = { subject: 'ana', role: 'analyst' };
export const DEE = { subject: 'dee', role: 'analyst' };
export const SITE_URL = 'https://complaints.example.gov.uk';
const SECRET = 'a secret of the site that is long enough';

const definition = {
  ...{ title: 'Received', unit: 'COUNT', polarity: 'NEITHER', counts: '' },
  ...{ numerator: null, denominator: null, datedBy: '', source: '' },
};
/** A figure as the gateway tells it. */
export const figureOf = (measure: string, value: number, given: object = {}) => ({
  ...{ measure, value, numerator: null, denominator: null, suppressed: false, asAt: '2021-09-30' },
  ...{ partial: false, definition: { ...definition, title: measure }, comparisons: [], openFaults: null },
  ...given,
});

/** What a gateway answers to whoever asks for the figures of a view. */
export const FIGURES: Answers = {
  Reach: {
    reach: {
      ...{ asAt: '2021-09-30', smallNumbers: null },
      sources: [{ source: 'crm', stream: 'CORPORATE', from: '2019-04-01', to: '2021-09-30', loadedAt: null }],
    },
  },
  FilterNames: { services: [{ id: 'highways', name: 'Highways', directorate: 'Place' }], channels: [] },
  FilterThemes: { themes: { rows: [{ theme: 'Delay' }] } },
  ServiceNames: {
    services: [{ id: 'highways', name: 'Highways', formerNames: [], directorate: 'Place' }],
  },
  Scorecards: {
    ...{ open: [figureOf('OPEN', 40), figureOf('OVERDUE', 3)], stages: [], cases: [] },
    ...{ stageOne: [figureOf('RECEIVED', 67)], stageTwo: [] },
  },
  Figures: { figures: [figureOf('RECEIVED', 122)] },
};

/** A way for mail that a test looks into and answers for. */
export function keptMail() {
  const came: WrittenMail[] = [];
  const answers: Handed[] = [];
  return {
    came,
    answers,
    async hand(mail: WrittenMail): Promise<Handed> {
      const answer = answers.shift() ?? { state: 'ACCEPTED' };
      if (answer.state === 'ACCEPTED') came.push(mail);
      return answer;
    },
    /** What came of late, as people read it: what is encoded for the way is decoded. */
    texts: () => came.map(({ raw }) => readable(raw.toString('latin1'))),
  };
}

/** Quoted-printable (RFC 2045) as its text, and long lines whole. */
export const readable = (raw: string): string =>
  Buffer.from(
    raw
      .replaceAll('=\r\n', '')
      .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString();

export type TestPost = Awaited<ReturnType<typeof testPost>>;

/** Mail over a database of a test's own, a gateway that answers as the test says, and a clock that the test moves. */
export async function testPost(answers: Answers = FIGURES) {
  const database: TestDatabase = await testDatabase([siteSchema]);
  const dataSource = database.of('site');
  const clock = movingClock('2027-06-03T12:00:00Z');
  const transport = keptMail();
  const gateway = toldGateway(answers);
  const office = {
    ...{ transport, from: 'complaints@example.gov.uk', domains: ['example.gov.uk'], isFolder: false },
    accessToken: async () => 'token-of-the-program',
  };
  const root = path.join(__dirname, '..', '..');
  const desk = createPostDesk({ dataSource, clock, secret: SECRET, office });
  const lines: string[] = [];
  const sending = {
    ...{ dataSource, clock, gateway, office, links: desk.links, siteUrl: SITE_URL, council: 'A Council' },
    render: createRenderer(root, {}),
    logger: createLogger({ level: 'trace', to: { write: (line) => void lines.push(line) } }),
  };
  const round = (otherwise: Partial<typeof sending> = {}) =>
    createPostman({ ...sending, ...otherwise }).round(new AbortController().signal);
  const views = createSavedViews({ dataSource, clock });
  return {
    ...{ dataSource, clock, transport, gateway, desk, sending, lines, views, round },
    /** Gives somebody an address, and confirms it by the link that comes. */
    async confirmed(owner = ANA, address = `${owner.subject}@example.gov.uk`) {
      await desk.addresses.ask(owner, address);
      await round();
      const [, token = ''] = /\/post\/confirm\?link=([\w-]+)/.exec(transport.texts().at(-1) ?? '') ?? [];
      transport.came.length = 0;
      return desk.addresses.confirm(owner, token);
    },
    /** Subscribes somebody to a view, each Monday. */
    async subscribed(owner = ANA, address = '/?services=Highways', title = 'Highways') {
      const viewId = (await views.keep(owner, { title, address })) ?? '';
      const schedule = { every: 'WEEK' as const, onDay: 1 };
      const added = await desk.subscriptions.add(owner, { kind: 'VIEW', viewId, schedule });
      const held = await desk.subscriptions.list(owner);
      return { added, viewId, id: held.find((each) => each.view_id === viewId)?.id ?? '' };
    },
    mails: (): Promise<OutgoingMailRow[]> =>
      withSettings(database.owner, { role: 'site' }, (runner) =>
        runner.query('select * from site.outgoing_mail order by queued_at, id'),
      ),
    stop: () => database.stop(),
  };
}
