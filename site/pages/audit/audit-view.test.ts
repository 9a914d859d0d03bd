import { readAuditQuestion } from './audit-filter';
import { auditView } from './audit-view';
import type { MergedPage } from './merge';
import { readPlaces } from './places';

const entry = {
  id: 'c-1',
  at: '2026-06-30T23:03:22.000Z',
  actor: 'olu',
  role: 'officer',
  action: 'ACCOUNT_READ',
  subject: 'corporate-1',
  request: 'r-1',
} as const;
const merged: MergedPage = {
  entries: [{ log: 'corporate', entry }],
  total: 51,
  next: { corporate: 'abc' },
  lost: ['intake'],
  seals: [
    {
      log: 'corporate',
      seal: { number: 7, sealedAt: '2026-06-30T23:03:27.000Z', entries: 2, hash: 'ab12', waiting: 1 },
    },
    { log: 'adults', seal: null },
  ],
};
const first = { after: null, number: 1 };

describe('the page of the audit log', () => {
  it('tells moments as clocks in London showed them', () => {
    expect(auditView(readAuditQuestion({}), first, merged).rows).toEqual([
      {
        at: '1 Jul 2026, 00:03:22',
        actor: 'olu',
        actorHref: '/audit?actor=olu',
        role: 'officer',
        action: 'Read people and what they said',
        subject: 'corporate-1',
        subjectHref: '/audit?subject=corporate-1',
        log: 'Corporate',
        request: 'r-1',
      },
    ]);
  });

  it('leads on with its filter, and says which logs do not answer', () => {
    const view = auditView(readAuditQuestion({ actor: 'olu' }), first, merged);
    const next = new URL(view.links.nextHref ?? '', 'http://site').searchParams;
    expect(next.get('actor')).toBe('olu');
    expect(readPlaces(next.get('after'))).toEqual({ corporate: 'abc' });
    expect(view).toMatchObject({
      says: '51 entries found, without those of Imports',
      lost: ['Imports'],
      isNarrowed: true,
    });
  });

  it('says until when each log is sealed, with its head', () => {
    expect(auditView(readAuditQuestion({}), first, merged).seals).toEqual([
      { name: 'Corporate', until: '1 Jul 2026, 00:03:27', number: 7, hash: 'ab12', waiting: 1 },
      { name: expect.any(String), until: 'not sealed yet', number: '', hash: '', waiting: '' },
    ]);
  });

  it('ends', () => {
    const view = auditView(readAuditQuestion({}), first, {
      ...{ entries: [], total: 0, next: null, lost: [], seals: [] },
    });
    expect(view).toMatchObject({ says: 'no entries', rows: [], links: { nextHref: null, firstHref: null } });
  });
});
