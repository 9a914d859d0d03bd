import type { Identity } from '../../platform/identity/identity';
import { inTransaction, type Transaction } from '../../platform/transaction/transaction';
import { subgraph as corporate } from '../../subgraphs/corporate/subgraph';
import type { StreamContext } from '../reading/loaders';
import { lockCase } from './case';
import {
  ADMIN,
  AUDITOR,
  ask,
  audited,
  change,
  command,
  corporateLogin,
  ID,
  lift,
  MANAGER,
  OTHER,
  officer,
  people,
  restrict,
  useTwoComplaints,
} from './testing';

useTwoComplaints(corporate);

describe('restricting a complaint', () => {
  it('is for those signed in who may, and refused to the rest', async () => {
    for (const as of [
      MANAGER,
      AUDITOR,
      { subject: 'ana', role: 'analyst' },
      { ...officer('olu'), credential: 'key' } as const,
    ])
      expect(await restrict('', as)).toEqual({ refused: ['FORBIDDEN'] });
    expect(await restrict('', { ...officer('olu'), streams: ['adults'] })).toEqual({
      refused: ['FORBIDDEN'],
    });
    expect(await audited()).toEqual([]);
  });

  it.each([
    ['reason: ""', 'reason'],
    ['named: ["two words"]', 'named'],
    ['named: ["a,b"]', 'named'],
    ['complainedAbout: ["olu"]', 'complainedAbout'],
    ['named: ["dan"] complainedAbout: ["dan"]', 'named'],
  ])('says what cannot be meant: %s', async (more, wrong) => {
    expect((await restrict(more)).r).toEqual({
      ...{ __typename: 'RestrictionUnusable', code: 'RESTRICTION_UNUSABLE', part: wrong },
    });
  });

  it('closes its people to all but those named, says that it is so, and no more', async () => {
    expect(await people(officer('cora'))).toMatchObject({ restricted: false, people: ['Made100'] });
    const { r } = await restrict();
    expect(r).toEqual({
      __typename: 'RestrictionSaved',
      restriction: { id: command(1), version: 1, named: ['olu'] },
      complaint: { id: ID, restricted: true },
    });
    expect(await people()).toEqual({
      reference: '100',
      restricted: true,
      openToCaller: true,
      people: ['Made100'],
    });
    const closed = { reference: '100', restricted: true, openToCaller: false, people: [] };
    expect(await people(officer('cora'))).toEqual(closed);
    expect(await people(MANAGER)).toEqual(closed);
    expect(await people({ ...MANAGER, subject: 'olu' })).toMatchObject({ people: ['Made100'] });
  });

  it('is done once by a command, is not done twice, and finds no complaint that there is not', async () => {
    await restrict();
    expect((await restrict()).r).toMatchObject({ restriction: { version: 1 } });
    expect((await restrict('', officer('cora'), { number: 2 })).r.code).toBe('ALREADY_RESTRICTED');
    expect((await restrict('', ADMIN, { number: 3, id: 'corporate-nothing' })).r.code).toBe('CASE_NOT_FOUND');
    expect(await audited()).toEqual(['olu CASE_RESTRICT']);
  });

  it('lets whoever wrote it see it, and neither change it nor read on, where they are not named', async () => {
    await restrict('named: ["cora"]');
    expect((await people()).people).toEqual([]);
    for (const said of [await change('"olu"'), await lift()])
      expect(said.r.code).toBe('RESTRICTION_NOT_FOUND');
    expect((await lift(officer('eve'))).r.code).toBe('RESTRICTION_NOT_FOUND');
  });

  it('is changed by those named, who stay so, and by administrators, of what they have seen', async () => {
    await restrict();
    expect((await change('"cora"')).r).toMatchObject({ code: 'RESTRICTION_UNUSABLE', part: 'named' });
    expect((await change('"olu", "cora"')).r).toMatchObject({
      restriction: { version: 2, named: ['cora', 'olu'] },
    });
    expect((await change('"olu", "cora"')).r).toMatchObject({ restriction: { version: 2 } });
    expect((await change('"eve"', ADMIN)).r.code).toBe('RESTRICTION_CHANGED');
    expect((await change('"eve"', ADMIN, { version: 2 })).r).toMatchObject({
      restriction: { named: ['eve'] },
    });
    expect((await people()).people).toEqual([]);
    expect(await audited()).toContain('ada RESTRICTION_CHANGE');
  });

  it('is lifted by those, and then all is as before', async () => {
    await restrict();
    expect((await lift(officer('olu'), { version: 9 })).r.code).toBe('RESTRICTION_CHANGED');
    expect((await lift()).r).toEqual({
      ...{
        __typename: 'RestrictionSaved',
        complaint: { restricted: false },
        restriction: { liftedBy: 'olu' },
      },
    });
    expect((await lift()).r.__typename).toBe('RestrictionSaved');
    expect((await people(officer('cora'))).people).toEqual(['Made100']);
    expect((await audited()).filter((entry: string) => entry.endsWith('LIFT'))).toHaveLength(1);
  });

  it('is done by one of two who do it at once', async () => {
    const both = await Promise.all([
      ask(
        `mutation { r: restrictCorporateComplaint(command: "${command(31)}", id: "${ID}", kind: NAMED_PEOPLE, reason: "x", named: []) { __typename } }`,
        ADMIN,
      ),
      ask(
        `mutation { r: restrictCorporateComplaint(command: "${command(32)}", id: "${ID}", kind: NAMED_PEOPLE, reason: "x", named: []) { __typename } }`,
        ADMIN,
      ),
    ]);
    expect(both.map(({ r }) => r.__typename).sort()).toEqual(['AlreadyRestricted', 'RestrictionSaved']);
  });

  it('takes the case out of searches, and leaves the others', async () => {
    const search = async (as: Partial<Identity>) =>
      (
        await ask(
          '{ s: corporateAccountSearch(words: "late", first: 1) { edges { openToCaller node { complaint { id } } } pageInfo { hasNextPage } } }',
          as,
        )
      ).s;
    await restrict();
    expect((await search(officer('cora'))).edges).toEqual([
      { openToCaller: true, node: { complaint: { id: OTHER } } },
    ]);
    expect((await search(officer('cora'))).pageInfo).toEqual({ hasNextPage: false });
    expect((await search(officer('olu'))).pageInfo).toEqual({ hasNextPage: true });
  });

  it('waits for whoever does something else to the case', async () => {
    let isDone = false;
    const context = (transaction: Transaction) =>
      ({ transaction, stream: corporate.stream }) as StreamContext;
    const held = await inTransaction(
      corporateLogin(),
      { subject: 'ada', role: 'admin' },
      async (transaction) => {
        expect(await lockCase(context(transaction), ID)).toMatchObject({
          isRestricted: false,
          isClosed: false,
        });
        const later = restrict().then(() => {
          isDone = true;
        });
        await new Promise((resolve) => setTimeout(resolve, 200));
        return { later, wasDone: isDone };
      },
    );
    await held.later;
    expect([held.wasDone, isDone]).toEqual([false, true]);
  });
});
