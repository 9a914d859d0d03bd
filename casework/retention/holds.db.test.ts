import { subgraph as childrens } from '../../subgraphs/childrens/subgraph';
import { holdList } from './read-holds';
import {
  ADMIN,
  ask,
  asOwner,
  audited,
  command,
  decide,
  hold,
  idOf,
  lift,
  officer,
  record,
  rows,
  stage,
  takeBack,
  useStages,
} from './testing';

useStages(childrens, [stage('A'), stage('B')]);

const holds = (as = officer('olu')) =>
  ask('{ childrensLegalHolds { totalCount edges { node { reason liftedBy complaint { id } } } } }', as);
const preserved = async () => {
  await asOwner(`set scope.role = 'import'`);
  return asOwner('select kept_in, content from childrens.preserved_people order by id');
};

describe('a legal hold', () => {
  it('is listed by a name of its own, the newest first', () => {
    const { field, direction, keyOf } = holdList('childrens');
    expect([field, direction]).toEqual(['childrensLegalHolds', 'desc']);
    expect(keyOf({ id: 'h', put_at: new Date(0) } as never)).toEqual(['1970-01-01T00:00:00.000Z', 'h']);
  });

  it('is put and seen by administrators and by officers who are cleared, and by nobody else', async () => {
    for (const as of [
      { subject: 'ana', role: 'analyst' },
      { subject: 'aud', role: 'auditor' },
      { ...officer('olu'), streams: ['adults'] },
      { ...officer('olu'), credential: 'key' } as const,
    ]) {
      expect(await hold({}, as)).toEqual({ refused: ['FORBIDDEN'] });
      expect(await holds(as)).toEqual({ refused: ['FORBIDDEN'] });
    }
    expect((await hold({}, ADMIN)).hold).toEqual({
      id: command(7),
      putBy: 'ada',
      complaint: { id: idOf('A') },
    });
    expect((await hold({}, ADMIN)).hold).toMatchObject({ id: command(7) });
    expect((await hold({ id: '' }, ADMIN)).part).toBe('command');
    expect((await hold({ id: 'id: "childrens-nothing",', number: 8 })).code).toBe('CASE_NOT_FOUND');
    expect((await hold({ reason: '', number: 8 })).part).toBe('reason');
    expect((await holds()).childrensLegalHolds).toMatchObject({ totalCount: 1 });
    expect(await audited()).toEqual(['ada HOLD_PUT']);
  });

  it('keeps a complaint from being anonymised until it is lifted', async () => {
    await hold();
    expect((await decide()).code).toBe('ON_HOLD');
    expect((await decide({ id: idOf('B'), number: 2 })).decision).toMatchObject({ kind: 'ANONYMISE' });
    expect((await lift(ADMIN)).hold).toEqual({ liftedBy: 'ada' });
    expect((await lift()).hold).toEqual({ liftedBy: 'ada' });
    expect((await lift(ADMIN, 99)).code).toBe('HOLD_NOT_FOUND');
    expect((await decide({ number: 3 })).decision).toMatchObject({ kind: 'ANONYMISE' });
  });

  it('that somebody lifted keeps them from taking its people out, and nobody else', async () => {
    await hold({}, ADMIN);
    await lift();
    expect((await decide()).code).toBe('NOT_DECIDABLE');
    expect((await decide({ number: 2 }, officer('cora'))).decision).toMatchObject({ kind: 'ANONYMISE' });
  });

  it('of a case that is closed to an officer is neither seen, lifted nor put by them, and nothing tells them why', async () => {
    await hold();
    await asOwner(`set scope.role = 'admin'; set scope.subject = 'eve'`);
    await asOwner(`insert into childrens.restriction
      (id, complaint_id, stage_ids, kind, reason, named, version, restricted_by, restricted_at)
      values ('r', '${idOf('A')}', '{}', 'SAFEGUARDING', 'x', '{olu}', 1, 'eve', now())`);
    await asOwner(`insert into childrens.conflict_of_interest values
      ('c', '${idOf('B')}', '{}', 'cora', 'COMPLAINED_ABOUT', 'x', 'eve', now(), null, null, null),
      ('d', '${idOf('B')}', '{}', 'ada', 'COMPLAINED_ABOUT', 'x', 'eve', now(), null, null, null)`);
    const cora = officer('cora');
    expect((await holds(cora)).childrensLegalHolds.totalCount).toBe(0);
    expect((await lift(cora)).code).toBe('HOLD_NOT_FOUND');
    for (const [number, reference] of ['A', 'B', 'Z'].entries()) {
      const asked = { id: `id: "${idOf(reference)}",`, number: 20 + number };
      expect((await hold(asked, cora)).code).toBe('CASE_NOT_FOUND');
    }
    expect((await hold({ id: `id: "${idOf('B')}",`, number: 30 }, ADMIN)).code).toBe('CASE_NOT_FOUND');
    expect((await holds(ADMIN)).childrensLegalHolds.totalCount).toBe(1);
    expect((await lift()).hold).toEqual({ liftedBy: 'olu' });
  });

  it('keeps all of a stream, also what comes later', async () => {
    await hold({ id: '' });
    await record(childrens, [stage('C')]);
    for (const [number, reference] of ['A', 'B', 'C'].entries())
      expect((await decide({ id: idOf(reference), number: number + 1 })).code).toBe('ON_HOLD');
  });

  it('is enforced by the database alone, whatever the code forgets', async () => {
    await hold();
    await asOwner(`set scope.role = 'officer'; set scope.subject = 'olu'; set scope.streams = 'childrens'`);
    await asOwner(`insert into childrens.retention_decision values
      ('forgot', '${idOf('A')}', 'ANONYMISE', 'REVIEW', 'x', null, 'olu', now())`);
    await expect(asOwner(`select childrens.anonymise('forgot')`)).rejects.toThrow('A legal hold keeps');
    expect(await rows('select 1 from childrens.account')).toHaveLength(2);
    // Without the guard it goes through: what refuses is the trigger.
    await asOwner('alter table childrens.anonymised_stage disable trigger refuse_held');
    await asOwner(`select childrens.anonymise('forgot')`);
    expect(await rows('select 1 from childrens.account')).toHaveLength(1);
  });

  it('keeps what imports change or take back as it was, and lets it go when it is lifted', async () => {
    await hold();
    const [changed] = [
      stage('A', { contentHash: 'newer', account: { ...stage('A').account, name: 'Other' } as never }),
    ];
    await record(childrens, [changed as never]);
    await takeBack(childrens, [stage('A'), stage('B')]);
    expect(await rows('select 1 from childrens.account')).toEqual([]);
    const kept = await preserved();
    expect(kept.map(({ kept_in }: { kept_in: string }) => kept_in)).toEqual([
      'account',
      'stage_people',
      'account',
    ]);
    expect(JSON.stringify(kept)).toMatch(/Canaryname.*Canarychild.*Other/);
    await lift();
    expect(await preserved()).toEqual([]);
  });

  it('opens what it preserves to nobody', async () => {
    await hold();
    await takeBack(childrens, [stage('A')]);
    await expect(rows('select * from childrens.preserved_people')).rejects.toThrow('permission denied');
  });
});
