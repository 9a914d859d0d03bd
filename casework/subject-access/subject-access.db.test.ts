import type { Identity } from '../../platform/identity/identity';
import { subgraph as childrens } from '../../subgraphs/childrens/subgraph';
import {
  ask,
  audited,
  command,
  decide,
  idOf,
  inScope,
  officer,
  stage,
  useStages,
} from '../retention/testing';
import { subjectAccessOf } from './subject-access';

useStages(childrens, [stage('A'), stage('B')]);

const SAID = '__typename ... on Refusal { code }';
const SAVED = '... on SubjectAccessSaved { subjectAccess { id leftOut struck preparedBy approvedBy } }';
type As = Partial<Identity>;
const mutation = async (field: string, as: As) => {
  const answer = await ask(`mutation { done: ${field} { ${SAID} ${SAVED} } }`, as);
  return answer.done ?? answer;
};
const prepare = (as: As = officer('olu'), { number = 1, id = idOf('A'), struck = '["Canaryother"]' } = {}) =>
  ask(
    `mutation { done: prepareChildrensSubjectAccess(command: "${command(number)}", id: "${id}", leftOut: ["Panel"], struck: ${struck}, contentHash: "as read") {
      ${SAID} ... on RetentionUnusable { part } ${SAVED} } }`,
    as,
  ).then((answer) => answer.done ?? answer);
const approve = (as: As, number = 1, hash = 'as read') =>
  mutation(`approveChildrensSubjectAccess(id: "${command(number)}", contentHash: "${hash}")`, as);
const take = (as: As, number = 1, hash = 'as read') =>
  mutation(`takeChildrensSubjectAccess(id: "${command(number)}", contentHash: "${hash}")`, as);
const OFFICER = { subject: 'cora', role: 'officer', streams: 'childrens' };

describe('what a person is sent of a complaint', () => {
  it('is prepared, approved and taken by officers who are cleared, and by nobody else', async () => {
    for (const as of [
      { subject: 'ada', role: 'admin' },
      { subject: 'mark', role: 'manager', services: ['highways'] },
      { subject: 'aud', role: 'auditor' },
      { ...officer('olu'), streams: ['adults'] },
      { ...officer('olu'), credential: 'key' } as const,
    ])
      for (const done of [prepare, approve, take]) expect(await done(as)).toEqual({ refused: ['FORBIDDEN'] });
    expect(await audited()).toEqual([]);
  });

  it('leaves only once somebody else has approved it, and each step is noted', async () => {
    expect((await prepare()).subjectAccess).toEqual({
      ...{ id: command(1), leftOut: ['Panel'], struck: ['Canaryother'], preparedBy: 'olu', approvedBy: null },
    });
    expect((await prepare()).subjectAccess).toMatchObject({ id: command(1) });
    expect((await take(officer('cora'))).code).toBe('SUBJECT_ACCESS_NOT_APPROVED');
    expect((await approve(officer('olu'))).code).toBe('SUBJECT_ACCESS_OWN');
    expect((await approve(officer('cora'), 1, 'changed')).code).toBe('SUBJECT_ACCESS_CHANGED');
    expect((await approve(officer('cora'))).subjectAccess).toMatchObject({ approvedBy: 'cora' });
    expect((await take(officer('olu'), 1, 'changed')).code).toBe('SUBJECT_ACCESS_CHANGED');
    expect((await approve(officer('dora'))).subjectAccess).toMatchObject({ approvedBy: 'cora' });
    expect((await take(officer('olu'))).subjectAccess).toMatchObject({ approvedBy: 'cora' });
    expect(await audited()).toEqual([
      ...['olu SUBJECT_ACCESS_PREPARE', 'cora SUBJECT_ACCESS_APPROVE', 'olu SUBJECT_ACCESS_TAKE'],
    ]);
  });

  it('says what cannot be meant, and finds nothing that is not there', async () => {
    expect((await prepare(officer('olu'), { struck: '["x"]' })).part).toBe('struck');
    expect((await prepare(officer('olu'), { id: 'childrens-nothing' })).code).toBe('CASE_NOT_FOUND');
    await prepare();
    expect((await prepare(officer('olu'), { id: idOf('B') })).part).toBe('command');
    for (const done of [approve, take])
      expect((await done(officer('cora'), 99)).code).toBe('SUBJECT_ACCESS_NOT_FOUND');
    expect(subjectAccessOf).toHaveLength(3);
  });

  it('is approved by nobody themselves, and changed by nobody, by the database alone', async () => {
    await prepare();
    const set = (by: string) =>
      `update childrens.subject_access set approved_by = '${by}', approved_at = now() returning 1`;
    expect(await inScope({ ...OFFICER, subject: 'olu' }, set('olu'))).toEqual([[], 0]);
    await expect(inScope(OFFICER, set('dora'))).rejects.toThrow('row-level security');
    await expect(inScope(OFFICER, `update childrens.subject_access set struck = '{}'`)).rejects.toThrow(
      'permission denied',
    );
    for (const scope of [
      { ...OFFICER, streams: 'adults' },
      { subject: 'ada', role: 'admin' },
      { ...OFFICER, credential: 'key' },
    ])
      expect(await inScope(scope, 'select 1 from childrens.subject_access')).toEqual([]);
    expect(await inScope(OFFICER, 'select 1 from childrens.subject_access')).toHaveLength(1);
  });

  it('goes with the people of the complaint', async () => {
    await prepare();
    await prepare(officer('olu'), { number: 2, id: idOf('B') });
    await decide({ number: 3 });
    expect(await inScope(OFFICER, 'select id from childrens.subject_access')).toEqual([{ id: command(2) }]);
  });
});
