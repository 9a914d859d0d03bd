import type { Identity } from '../../platform/identity/identity';
import { subgraph as corporate } from '../../subgraphs/corporate/subgraph';
import {
  ADMIN,
  AUDITOR,
  ask,
  audited,
  change,
  command,
  conflict,
  MANAGER,
  OTHER,
  officer,
  open,
  people,
  restrict,
  useTwoComplaints,
} from './testing';

useTwoComplaints(corporate);

describe('opening a restricted case by giving a reason', () => {
  const OPENINGS =
    '{ o: corporateCaseOpenings(isUnread: true) { totalCount edges { node { id openedBy reason isOpen acknowledgedBy } } } }';
  const acknowledge = (as: Partial<Identity>) =>
    ask(
      `mutation { r: acknowledgeCorporateCaseOpening(id: "${command(20)}") { __typename ... on Refusal { code } ... on CaseOpeningSaved { opening { acknowledgedBy } } } }`,
      as,
    );
  const end = (as: Partial<Identity>) =>
    ask(
      `mutation { r: endCorporateCaseOpening(id: "${command(20)}") { __typename ... on Refusal { code } ... on CaseOpeningSaved { opening { isOpen } } } }`,
      as,
    );

  it('is for officers cleared, with a reason that says something', async () => {
    await restrict();
    for (const as of [
      ADMIN,
      MANAGER,
      AUDITOR,
      { ...officer('cora'), credential: 'key' } as const,
      { ...officer('cora'), streams: [] },
    ])
      expect(await open(as)).toEqual({ refused: ['FORBIDDEN'] });
    expect((await open(officer('cora'), { reason: 'nineteen characters' })).r).toMatchObject({
      part: 'reason',
    });
    expect((await open(officer('cora'), { id: OTHER })).r.code).toBe('CASE_NOT_FOUND');
    expect((await open(officer('olu'))).r.code).toBe('CASE_NOT_FOUND');
  });

  it('opens it for a time, is recorded, and ends by hand', async () => {
    await restrict();
    const { r } = await open();
    expect(r).toMatchObject({
      opening: { isOpen: true, openedBy: 'cora' },
      complaint: { openToCaller: true, ownOpening: { id: command(20) } },
    });
    expect((await open()).r.opening.id).toBe(command(20));
    expect((await people(officer('cora'))).people).toEqual(['Made100']);
    expect((await people(officer('eve'))).people).toEqual([]);
    expect(await change('"cora"', officer('cora'))).toMatchObject({ r: { code: 'RESTRICTION_NOT_FOUND' } });
    expect((await conflict('olu', officer('cora'))).r.code).toBe('CASE_NOT_FOUND');
    expect((await people()).people).toEqual(['Made100']);
    expect((await end(AUDITOR)).r.code).toBe('CASE_OPENING_NOT_FOUND');
    expect((await end(officer('eve'))).r.code).toBe('CASE_OPENING_NOT_FOUND');
    for (const _ of [1, 2]) expect((await end(officer('cora'))).r.opening).toEqual({ isOpen: false });
    expect((await people(officer('cora'))).people).toEqual([]);
    expect(await audited()).toEqual([
      'olu CASE_RESTRICT',
      'cora CASE_OPEN',
      'cora ACCOUNT_READ',
      'olu ACCOUNT_READ',
      'cora CASE_OPENING_END',
    ]);
  });

  it('stays unread until somebody else has seen it', async () => {
    await restrict();
    await open();
    const told = {
      totalCount: 1,
      edges: [
        {
          node: {
            id: command(20),
            openedBy: 'cora',
            reason: 'A child may be in danger tonight',
            isOpen: true,
            acknowledgedBy: null,
          },
        },
      ],
    };
    for (const as of [ADMIN, AUDITOR]) expect((await ask(OPENINGS, as)).o).toEqual(told);
    expect(await ask(OPENINGS, officer('cora'))).toEqual({ refused: ['FORBIDDEN'] });
    expect((await acknowledge({ ...ADMIN, subject: 'cora' })).r.code).toBe('CASE_OPENING_OWN');
    for (const as of [AUDITOR, ADMIN])
      expect((await acknowledge(as)).r.opening).toEqual({ acknowledgedBy: 'aud' });
    expect((await ask(OPENINGS, ADMIN)).o.totalCount).toBe(0);
  });
});
