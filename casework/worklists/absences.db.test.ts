import { subgraph as corporate } from '../../subgraphs/corporate/subgraph';
import { aCase, key, manager, officer, plantCases, useWorklists } from './testing';

const { ask, login, audited } = useWorklists(corporate);

const ABSENCE = '{ id subject from to standsIn recordedBy endedAt }';
const record = (given = '', as = officer('olu')) => {
  const part = (name: string, usual: string) => (given.includes(`${name}:`) ? '' : `${name}: ${usual}`);
  const usual = [part('key', `"${key(1)}"`), part('subject', '"dan"'), part('from', '"2026-05-04"')].join(
    ' ',
  );
  return ask(
    `mutation { r: recordCorporateAbsence(${usual} ${part('to', '"2026-05-08"')} ${given}) {
      __typename ... on AbsenceSaved { absence ${ABSENCE} } ... on CommandUnusable { part } } }`,
    as,
  );
};
const end = (as = officer('olu')) =>
  ask(
    `mutation { r: endCorporateAbsence(id: "${key(1)}") { __typename ... on AbsenceNotFound { code }
      ... on AbsenceSaved { absence { subject } } } }`,
    as,
  );
const DAN = {
  ...{ id: key(1), subject: 'dan', from: '2026-05-04', to: '2026-05-08', standsIn: null },
  ...{ recordedBy: 'olu', endedAt: null },
};
const away = (as: object, on = '') => ask(`{ a: corporateAbsences${on} { subject } }`, as);

describe('an absence', () => {
  it('is recorded once, shown until it is over, and ends before its time', async () => {
    for (const _ of [1, 2]) expect((await record()).r).toEqual({ __typename: 'AbsenceSaved', absence: DAN });
    expect(await away(officer('eve'))).toEqual({ a: [{ subject: 'dan' }] });
    expect(await away(officer('eve'), '(on: "2026-05-09")')).toEqual({ a: [] });
    for (const _ of [1, 2])
      expect((await end(officer('eve'))).r).toEqual({
        __typename: 'AbsenceSaved',
        absence: { subject: 'dan' },
      });
    expect(await away(officer('eve'))).toEqual({ a: [] });
  });

  it('is in the audit log once, as is its end, whoever says so how often', async () => {
    for (const _ of [1, 2]) await record();
    for (const _ of [1, 2]) await end(officer('eve'));
    await record('subject: "mia"', manager('mia'));
    expect(await audited()).toEqual([
      { action: 'ABSENCE_END', actor: 'eve', record_id: key(1) },
      { action: 'ABSENCE_RECORD', actor: 'olu', record_id: key(1) },
    ]);
  });

  it('may be as late as the calendar goes', async () => {
    const last = '9999-12-31';
    expect((await record(`from: "${last}" to: "${last}"`)).r).toMatchObject({
      absence: { from: last, to: last },
    });
  });

  it('is refused by the name of its command where another has that', async () => {
    await record();
    expect((await record('subject: "eve"')).r).toEqual({ __typename: 'CommandUnusable', part: 'key' });
    expect((await record('subject: "mia"', manager('mia'))).r).toEqual({
      __typename: 'CommandUnusable',
      part: 'key',
    });
  });

  it.each([
    ['key', 'key: "1"'],
    ['subject', 'subject: "a b"'],
    ['from', 'from: "2026-02-30"'],
    ['to', 'to: "soon"'],
    ['to', 'to: "2026-05-03"'],
    ['to', 'to: "2027-05-06"'],
    ['standsIn', 'standsIn: "dan"'],
    ['standsIn', 'standsIn: "a b"'],
  ])('is refused where its %s cannot be meant: %s', async (part, given) => {
    expect((await record(given)).r).toEqual({ __typename: 'CommandUnusable', part });
  });

  it('is for managers to record of themselves, and of nobody else', async () => {
    expect((await record('subject: "mia"', manager('mia'))).r.__typename).toBe('AbsenceSaved');
    expect(await record(`key: "${key(2)}"`, manager('mia'))).toEqual({ refused: ['FORBIDDEN'] });
    expect(await record('', { subject: 'dan', role: 'analyst' })).toEqual({ refused: ['FORBIDDEN'] });
    expect(await away(manager('mia'))).toEqual({ a: [{ subject: 'mia' }] });
    expect(await away(manager('max'))).toEqual({ a: [] });
    expect((await end(manager('max'))).r).toEqual({
      __typename: 'AbsenceNotFound',
      code: 'ABSENCE_NOT_FOUND',
    });
  });

  it('is not ended by a manager who stands in', async () => {
    await record('standsIn: "mia"');
    expect(await away(manager('mia'))).toEqual({ a: [{ subject: 'dan' }] });
    expect((await end(manager('mia'))).r.code).toBe('ABSENCE_NOT_FOUND');
  });

  it('is told beside the work of whoever is away, which whoever stands in has in a list', async () => {
    await record('standsIn: "eve"');
    await plantCases(login(), [aCase('1', { assigned_to: 'dan' }), aCase('2', { assigned_to: 'olu' })]);
    const list = (kind: string) =>
      ask(
        `{ w: corporateWorklist(list: ${kind}) { edges { node { absence { subject to } } } } }`,
        officer('eve'),
      );
    const dans = { node: { absence: { subject: 'dan', to: '2026-05-08' } } };
    expect(await list('STANDING_IN')).toEqual({ w: { edges: [dans] } });
    expect(await list('ALL_OPEN')).toEqual({ w: { edges: [dans, { node: { absence: null } }] } });
    await end();
    expect(await list('STANDING_IN')).toEqual({ w: { edges: [] } });
  });
});
