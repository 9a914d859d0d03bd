import type { Identity } from '../../platform/identity/identity';
import { inTransaction } from '../../platform/transaction/transaction';
import { subgraph as corporate } from '../../subgraphs/corporate/subgraph';
import { liveConflicts } from './read-restrictions';
import {
  ADMIN,
  ask,
  change,
  command,
  conflict,
  corporateLogin,
  ID,
  OTHER,
  officer,
  open,
  people,
  restrict,
  SAID,
  useTwoComplaints,
} from './testing';

useTwoComplaints(corporate);

describe('a conflict of interest', () => {
  it('is recorded, and keeps its person away, named or not; an administrator withdraws it', async () => {
    expect((await conflict('cora')).r).toEqual({
      ...{ __typename: 'ConflictSaved', conflict: { id: command(7), subject: 'cora', kind: 'RECORDED' } },
    });
    expect((await people(officer('cora'))).people).toEqual([]);
    expect((await people()).people).toEqual(['Made100']);
    await restrict('named: ["olu", "cora"]');
    expect(await people(officer('cora'))).toMatchObject({ openToCaller: false, people: [] });
    const withdraw = (as: Partial<Identity>) =>
      ask(
        `mutation { r: withdrawCorporateConflict(id: "${command(7)}", reason: "A mistake") { __typename ${SAID} } }`,
        as,
      );
    for (const as of [officer('olu'), { ...ADMIN, subject: 'cora' }])
      expect((await withdraw(as)).r.code).toBe('CONFLICT_NOT_FOUND');
    for (const _ of [1, 2]) expect((await withdraw(ADMIN)).r.__typename).toBe('ConflictSaved');
    expect((await people(officer('cora'))).people).toEqual(['Made100']);
  });

  it('is refused by name where its command’s id is another’s, which nobody learns more of', async () => {
    await conflict('dan', officer('olu'), 8);
    await restrict('named: ["olu"]', officer('olu'), { number: 9 });
    const taken = { code: 'RESTRICTION_UNUSABLE', part: 'command' };
    expect((await restrict('complainedAbout: ["dan"]', officer('eve'), { id: OTHER, number: 9 })).r).toEqual({
      __typename: 'RestrictionUnusable',
      ...taken,
    });
    const onOther = `mutation { r: recordCorporateConflict(command: "${command(8)}", id: "${OTHER}", subject: "dan", reason: "A neighbour") {
      __typename ${SAID} } }`;
    expect((await ask(onOther, officer('eve'))).r).toMatchObject(taken);
    const { c } = await ask('{ c: corporateConflicts { totalCount } }', ADMIN);
    expect(c).toEqual({ totalCount: 1 });
  });

  it('that holds already is recorded once, and shown', async () => {
    await conflict('cora');
    const again = await conflict('cora', officer('olu'), 8);
    expect(again.r).toMatchObject({ conflict: { id: command(7), subject: 'cora' } });
  });

  it('comes with whom a restricted complaint is about', async () => {
    await restrict('kind: STAFF_COMPLAINED_ABOUT named: ["olu"] complainedAbout: ["dan"]');
    await change('"olu", "dan"');
    expect(await people(officer('dan'))).toMatchObject({ restricted: true, openToCaller: false, people: [] });
    expect((await open(officer('dan'))).r.code).toBe('CASE_NOT_FOUND');
    const { c } = await ask(
      '{ c: corporateConflicts { edges { node { subject kind complaint { id } } } totalCount } }',
      ADMIN,
    );
    expect(c).toEqual({
      ...{
        totalCount: 1,
        edges: [{ node: { subject: 'dan', kind: 'COMPLAINED_ABOUT', complaint: { id: ID } } }],
      },
    });
    const hidden = await ask(
      '{ c: corporateConflicts { totalCount } r: corporateRestrictions { totalCount } }',
      {
        ...ADMIN,
        subject: 'dan',
      },
    );
    expect(hidden).toEqual({ c: { totalCount: 0 }, r: { totalCount: 0 } });
  });

  it('is seen in a list of its complaint by those who may, while it holds', async () => {
    await conflict('cora');
    const seen = (subject: string, role: string) =>
      inTransaction(corporateLogin(), { subject, role, streams: ['corporate'] }, (transaction) =>
        liveConflicts(transaction, 'corporate', ID),
      );
    const counts = [
      await seen('ada', 'admin'),
      await seen('eve', 'officer'),
      await seen('cora', 'officer'),
      await seen('ana', 'analyst'),
    ];
    expect(counts.map(({ length }) => length)).toEqual([1, 1, 0, 0]);
  });
});
