import { GatewayRefusal } from '../../../gateway/refusal';
import { madeUpSession } from '../../../testing/people';
import { type Answers, toldGateway } from '../../../testing/serve-pages';
import { linkedIn, linkTo } from './fields/link-to';
import { askOthers, linkKeyOf } from './others';

const edge = (id: string, receivedOn: string, stage = 1) => ({
  cursor: id,
  node: { stage, receivedOn, complaint: { __typename: 'CorporateComplaint', id } },
});
const page = (...edges: object[]) => ({ found: { edges, pageInfo: { hasNextPage: false } } });
const line = (id: string) => ({
  ...{ __typename: 'CorporateComplaint', id, reference: `Ref-${id}`, stream: 'CORPORATE', stage: 1 },
  ...{ status: 'OPEN', receivedOn: '2026-11-04', dueOn: null, answeredOn: null, closedOn: null },
  ...{ overdue: false, overdueAsAt: '2026-12-01', service: 'Parks', theme: null, channel: null },
  ...{ outcome: null, stages: [] },
});
const ANSWERS: Answers = {
  SearchCorporate: page(
    edge('corporate-2', '2026-11-28', 2),
    edge('corporate-1', '2025-01-01'),
    edge('corporate-2', '2026-11-01'),
  ),
  SearchSchools: page(edge('schools-9', '2026-11-20')),
  ComplaintLines: ({ ids }: { ids: readonly string[] }) => ({ nodes: ids.map(line) }),
};
const FORM = {
  ...{ 'complainant-forename': 'Alex', 'complainant-surname': 'Madeup' },
  ...{ 'receivedOn-day': '30', 'receivedOn-month': '11', 'receivedOn-year': '2026' },
};
const session = madeUpSession({ role: 'officer', streams: ['corporate', 'schools'] });
const asked = (answers: Answers = {}, form: Record<string, string> = FORM) => {
  const gateway = toldGateway({ ...ANSWERS, ...answers });
  const of = { form, session, stream: 'CORPORATE' } as const;
  return { gateway, found: askOthers(gateway, { accessToken: '', requestId: '' }, of) };
};

describe('other complaints of whoever complains', () => {
  it('are found by the name in the streams of the officer, each once, what may be the same first', async () => {
    const { gateway, found } = asked();
    const { words, rows, hasMore } = await found;
    expect([words, hasMore]).toEqual(['Alex Madeup', false]);
    expect(rows.map(({ id, isLikely, canLink }) => [id, isLikely, canLink])).toEqual([
      ['corporate-2', true, true],
      ['schools-9', true, false],
      ['corporate-1', false, true],
    ]);
    expect(gateway.asked.map(({ operation }) => operation)).toEqual([
      ...['SearchCorporate', 'SearchSchools', 'ComplaintLines'],
    ]);
  });

  it('are not looked for without a name', async () => {
    const { gateway, found } = asked({}, {});
    expect(await found).toEqual({ words: null, rows: [], lost: [], hasMore: false });
    expect(gateway.asked).toEqual([]);
  });

  it('are those that can be had, and none is linked to of which nothing is known', async () => {
    const gone = new GatewayRefusal('UNREACHABLE', 'Down');
    const { lost, rows } = await asked({ SearchSchools: gone, ComplaintLines: gone }).found;
    expect(lost).toEqual(['Schools']);
    expect(rows.map(({ canLink }) => canLink)).toEqual([false, false]);
  });

  it('can be linked to, and what was chosen stays where they are not looked for', async () => {
    const others = await asked().found;
    const shown = (about: object, chosen = '') =>
      linkTo.shows?.({ name: 'linkTo', form: { linkTo: chosen }, about: about as never, problems: [] });
    expect(shown({ others })).toMatchObject({
      items: [
        { text: 'A complaint of its own', isChosen: true },
        { text: 'Linked to Ref-corporate-2', value: 'corporate-2 Ref-corporate-2' },
        { text: 'Linked to Ref-corporate-1' },
      ],
    });
    expect(shown({ others: null }, 'corporate-2 Ref 2')).toMatchObject({
      items: [{ isChosen: false }, { text: 'Linked to Ref 2', isChosen: true }],
    });
    expect([linkedIn({ linkTo: 'corporate-2 Ref 2' }), linkedIn({ linkTo: '' }), linkedIn({})]).toEqual([
      ...['corporate-2', null, null],
    ]);
  });

  it('are linked by the same command however often the draft is sent', () => {
    expect(linkKeyOf('a')).toBe(linkKeyOf('a'));
    expect(linkKeyOf('a')).not.toBe(linkKeyOf('b'));
    expect(linkKeyOf('a')).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  });
});
