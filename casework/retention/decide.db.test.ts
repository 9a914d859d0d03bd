import { subgraph as childrens } from '../../subgraphs/childrens/subgraph';
import {
  ADMIN,
  ask,
  audited,
  command,
  decide,
  idOf,
  officer,
  record,
  rows,
  stage,
  stageIdOf,
  takeBack,
  useStages,
} from './testing';

const RECENT = stage('B', { receivedOn: '2025-01-06', answeredOn: '2025-02-03' });
const OPEN = stage('C', { ended: false, answeredOn: null });
useStages(childrens, [stage('A'), RECENT, OPEN]);

const people = (id = idOf('A')) =>
  ask(`{ _entities(representations: [{ __typename: "ChildrensComplaint", id: "${id}" }]) { ... on ChildrensComplaint {
    reference outcome childReference accounts { name summary }
    retention { anonymisedAt review { reviewOn gaps } decisions { kind decidedBy } } } } }`);
const facts = () => rows('select * from childrens.stage order by id');
const due = (as = officer('olu')) =>
  ask('{ childrensRetentionDue { edges { node { reviewOn source gaps isHeld complaint { id } } } } }', as);

describe('deciding for how long people are kept', () => {
  it('is for officers who are cleared, and refused to the rest', async () => {
    for (const as of [
      { subject: 'ana', role: 'analyst' },
      { subject: 'mark', role: 'manager', services: ['highways'] },
      { subject: 'aud', role: 'auditor' },
      ADMIN,
      { ...officer('olu'), streams: ['adults'] },
      { ...officer('olu'), credential: 'key' } as const,
    ]) {
      expect(await decide({}, as)).toEqual({ refused: ['FORBIDDEN'] });
      expect(await due(as)).toEqual({ refused: ['FORBIDDEN'] });
    }
    expect(await audited()).toEqual([]);
  });

  it('is asked of what is due, and of nothing that is open, recent, or decided to be kept', async () => {
    const { edges } = (await due()).childrensRetentionDue;
    expect(edges).toEqual([
      {
        node: {
          ...{ reviewOn: '2020-01-04', gaps: [], isHeld: false, complaint: { id: idOf('A') } },
          source: expect.stringContaining('until the child is 25'),
        },
      },
    ]);
    const kept = await decide({ said: 'decision: KEEP, cause: REVIEW, keepUntil: "2027-01-01"' });
    expect(kept.decision).toMatchObject({
      kind: 'KEEP',
      keepUntil: '2027-01-01',
      complaint: { id: idOf('A') },
    });
    expect((await due()).childrensRetentionDue.edges).toEqual([]);
    expect(await audited()).toEqual(['olu RETENTION_DECIDE']);
  });

  it.each([
    ['decision: KEEP, cause: REVIEW', 'keepUntil'],
    ['decision: KEEP, cause: REVIEW, keepUntil: "2026-11-30"', 'keepUntil'],
    ['decision: ANONYMISE, cause: REVIEW, keepUntil: "2027-01-01"', 'keepUntil'],
    ['decision: REFUSE, cause: REVIEW', 'decision'],
  ])('says what cannot be meant: %s', async (said, part) => {
    expect(await decide({ said })).toEqual({
      ...{ __typename: 'RetentionUnusable', code: 'RETENTION_UNUSABLE', part },
    });
    expect((await decide({ reason: ' ' })).part).toBe('reason');
  });

  it('does not anonymise what is open or not due, and finds nothing that is not there', async () => {
    expect((await decide({ id: idOf('C') })).code).toBe('NOT_DECIDABLE');
    expect((await decide({ id: idOf('B') })).code).toBe('NOT_DECIDABLE');
    expect((await decide({ id: 'childrens-nothing' })).code).toBe('CASE_NOT_FOUND');
    const asked = { id: idOf('B'), said: 'decision: REFUSE, cause: ERASURE' };
    expect((await decide(asked)).decision).toMatchObject({ kind: 'REFUSE' });
    expect((await rows('select * from childrens.account')).length).toBe(3);
  });

  it('takes people out for good and leaves every fact; asked again it does nothing more', async () => {
    const before = await facts();
    expect((await decide()).decision).toMatchObject({ kind: 'ANONYMISE', decidedBy: 'olu' });
    expect((await decide()).decision).toMatchObject({ id: command(1) });
    expect((await decide({ number: 2 })).code).toBe('NOT_DECIDABLE');
    expect(await facts()).toEqual(before);
    expect((await people())._entities[0]).toEqual({
      ...{ reference: 'A', outcome: 'UPHELD', childReference: null, accounts: [] },
      retention: {
        ...{ anonymisedAt: expect.any(String), review: null },
        decisions: [{ kind: 'ANONYMISE', decidedBy: 'olu' }],
      },
    });
    expect((await people(idOf('B')))._entities[0].accounts).toHaveLength(1);
    expect((await due()).childrensRetentionDue.edges).toEqual([]);
    expect((await audited()).filter((entry) => !entry.endsWith('READ'))).toEqual([
      'olu RETENTION_DECIDE',
      'olu PEOPLE_ANONYMISE',
    ]);
  });

  it('lets nobody in again: not by the same extract, nor a newer one, nor after it was undone', async () => {
    await decide();
    await record(childrens, [stage('A')]);
    const newer = stage('A', { contentHash: 'newer', outcome: 'NOT_UPHELD' });
    await record(childrens, [newer]);
    expect((await people())._entities[0]).toMatchObject({
      outcome: 'NOT_UPHELD',
      accounts: [],
      childReference: null,
    });
    await takeBack(childrens, [newer]);
    await record(childrens, [newer]);
    expect((await people())._entities[0]).toMatchObject({
      reference: 'A',
      accounts: [],
      childReference: null,
    });
    expect(await rows(`select * from childrens.stage_people where stage_id = '${stageIdOf('A/1')}'`)).toEqual(
      [],
    );
  });

  it('erases who asks for it before the period is over', async () => {
    const erased = await decide({ id: idOf('B'), said: 'decision: ANONYMISE, cause: ERASURE' });
    expect(erased.decision).toMatchObject({ kind: 'ANONYMISE' });
    expect((await people(idOf('B')))._entities[0].accounts).toEqual([]);
  });
});
