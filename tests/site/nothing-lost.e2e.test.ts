import { randomUUID } from 'node:crypto';
import { demonstrationPerson } from '../../demo/people';
import { startTestSite, type TestSite, UNHURRIED } from '../../scripts/testing/running-site';
import type { Got, Visitor } from '../../scripts/testing/visitor';
import { fillForm } from '../casework/site-month/fill-form';
import { formsOf, type ReadForm, wordsOf } from '../casework/site-month/read-form';

const START_MILLIS = 180_000;
const FORM_MILLIS = 60_000;
const OLU = demonstrationPerson({ role: 'officer', subject: 'olu' });
const TYPED = 'What somebody typed, and nobody else.';

const RECORD = `mutation($key: ID!, $input: RecordComplaintInput!) {
  said: recordCorporateComplaint(key: $key, input: $input) { ... on CommandDone { complaint { id } } } }`;
const DONE = `query($id: ID!) { complaint: corporateComplaint(id: $id) { casework {
  letters { id } timeline(first: 50) { totalCount } } }
  corporateGroups { id } corporateAbsences { id } }`;

interface Done {
  readonly complaint: {
    readonly casework: {
      readonly letters: readonly object[];
      readonly timeline: { readonly totalCount: number };
    };
  };
  readonly corporateGroups: readonly object[];
  readonly corporateAbsences: readonly object[];
}

/** A form of casework: where it is, what is typed, and how much of what it does there is. */
interface Tried {
  readonly page: (at: string) => string;
  readonly action: (at: string) => string;
  readonly given: (today: string) => Readonly<Record<string, string>>;
  readonly counts: (done: Done) => number;
}

const entries = ({ complaint }: Done): number => complaint.casework.timeline.totalCount;

const FORMS: Readonly<Record<string, Tried>> = {
  'a note': {
    ...{ page: (at) => `${at}/do/note`, action: (at) => `${at}/do/note`, counts: entries },
    given: () => ({ note: TYPED }),
  },
  'an acknowledgement': {
    ...{ page: (at) => `${at}/do/acknowledge`, action: (at) => `${at}/do/acknowledge`, counts: entries },
    given: (today) => ({ definition: TYPED, on: today }),
  },
  'an extension': {
    ...{ page: (at) => `${at}/do/extend`, action: (at) => `${at}/do/extend`, counts: entries },
    given: (today) => ({ limit: 'ANSWER', to: later(today, 20), reason: TYPED, on: today }),
  },
  'somebody who is away': {
    ...{ page: () => '/casework/team', action: () => '/casework/team/away' },
    given: (today) => ({
      subject: TYPED.slice(0, 20).toLowerCase().replace(/\W+/g, '-'),
      from: today,
      to: later(today, 5),
    }),
    counts: ({ corporateAbsences }) => corporateAbsences.length,
  },
  'a group': {
    ...{ page: () => '/casework/team/groups/new', action: () => '/casework/team/groups' },
    given: () => ({
      stream: 'corporate',
      name: `${TYPED} ${randomUUID().slice(0, 8)}`,
      members: 'cora\nolu',
    }),
    counts: ({ corporateGroups }) => corporateGroups.length,
  },
  'a letter that is begun': {
    ...{ page: (at) => `${at}/letters`, action: (at) => `${at}/letters` },
    given: () => ({ kind: 'ACKNOWLEDGEMENT' }),
    counts: ({ complaint }) => complaint.casework.letters.length,
  },
};

const later = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

describe('a form of casework', () => {
  let site: TestSite;

  beforeAll(async () => {
    site = await startTestSite(UNHURRIED);
  }, START_MILLIS);
  afterEach(() => {
    site.gateway.state = 'up';
  });
  afterAll(() => site?.stop());

  const today = () => site.product.settings.clock.now().toISOString().slice(0, 10);
  async function recorded(): Promise<string> {
    const input = { receivedOn: today(), channel: 'Phone', serviceId: 'refuse-recycling', summary: 'Late.' };
    const { data } = await site.product.ask<{ said: { complaint: { id: string } } }>(OLU, RECORD, {
      ...{ key: randomUUID(), input },
    });
    return `/complaints/${data.said.complaint.id}`;
  }
  async function counted({ counts }: Tried, at: string): Promise<number> {
    const { data } = await site.product.ask<Done>(OLU, DONE, {
      id: decodeURIComponent(at.split('/').at(-1) ?? ''),
    });
    return counts(data);
  }
  /** Opens the form and types; gives what a browser would send. */
  async function typed(
    visitor: Visitor,
    tried: Tried,
    at: string,
  ): Promise<Readonly<Record<string, string>>> {
    const { html } = await visitor.get(tried.page(at));
    return fillForm(formTo(html, tried.action(at)), tried.given(today()));
  }
  const formTo = (html: string, action: string): ReadForm => {
    const form = formsOf(html).find((each) => each.action === action);
    if (form === undefined) throw new Error(`There is no form to ${action}: ${wordsOf(html).slice(0, 300)}`);
    return form;
  };
  /** Sends again what a page kept. */
  const sendKept = (visitor: Visitor, { html }: Got, action: string): Promise<Got> =>
    visitor.post(
      action,
      formTo(html, action).pairs.map((pair) => [...pair]),
    );
  /** Sends until it is done: a kept form may show its page once more, with all that was typed. */
  async function sentKept(visitor: Visitor, kept: Got, action: string): Promise<Got> {
    const shown = await sendKept(visitor, kept, action);
    return formsOf(shown.html).some((form) => form.action === action && form.fields.has('resumed'))
      ? sendKept(visitor, shown, action)
      : shown;
  }
  const holdsTyped = (html: string, fields: Readonly<Record<string, string>>): boolean =>
    Object.values(fields)
      .filter((value) => value.startsWith('What somebody'))
      .every((value) =>
        wordsOf(
          `${html} ${formsOf(html)
            .flatMap(({ pairs }) => pairs.map(([, text]) => text))
            .join(' ')}`,
        ).includes(value),
      );

  const names = Object.keys(FORMS);
  const triedAs = (name: string): Tried => {
    const tried = FORMS[name];
    if (tried === undefined) throw new Error(`There is no ${name}`);
    return tried;
  };

  it.each(names)(
    'is kept where the session is over, and done once after signing in: %s',
    async (name) => {
      const [tried, at, visitor] = [triedAs(name), await recorded(), await site.signIn('olu')];
      const fields = await typed(visitor, tried, at);
      const before = await counted(tried, at);
      visitor.cookies.delete('session');
      const sent = await visitor.post(tried.action(at), { ...fields });
      const returnTo = new URL(sent.url).searchParams.get('returnTo') ?? '';
      expect(returnTo).toMatch(/^\/kept-forms\//);
      expect(await counted(tried, at)).toBe(before);
      const kept = await visitor.get(`/sign-in/start?person=olu&returnTo=${encodeURIComponent(returnTo)}`);
      expect(holdsTyped(kept.html, fields)).toBe(true);
      const done = await sentKept(visitor, kept, tried.action(at));
      expect([done.status, await counted(tried, at)]).toEqual([200, before + 1]);
    },
    FORM_MILLIS,
  );

  it.each(names)(
    'is kept where nothing answers, and done once after that: %s',
    async (name) => {
      const [tried, at, visitor] = [triedAs(name), await recorded(), await site.signIn('olu')];
      const fields = await typed(visitor, tried, at);
      const before = await counted(tried, at);
      site.gateway.state = 'down';
      const lost = await visitor.post(tried.action(at), { ...fields });
      site.gateway.state = 'up';
      expect(lost.status).toBe(503);
      const kept = /href="(\/kept-forms\/[^"]+)"/.exec(lost.html)?.[1];
      const shown = kept === undefined ? lost : await visitor.get(kept);
      expect(holdsTyped(shown.html, fields)).toBe(true);
      const done = await sentKept(visitor, shown, tried.action(at));
      expect([done.status, await counted(tried, at)]).toEqual([200, before + 1]);
    },
    FORM_MILLIS,
  );

  it.each(names)(
    'is done once where it is sent twice, at once and by the back button: %s',
    async (name) => {
      const [tried, at, visitor] = [triedAs(name), await recorded(), await site.signIn('olu')];
      const fields = await typed(visitor, tried, at);
      const before = await counted(tried, at);
      const send = () => visitor.post(tried.action(at), { ...fields });
      const [one, other] = await Promise.all([send(), send()]);
      expect([one?.status, other?.status]).toEqual([200, 200]);
      expect((await send()).status).toBe(200);
      expect(await counted(tried, at)).toBe(before + 1);
    },
    FORM_MILLIS,
  );
});
