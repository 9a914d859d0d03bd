import { type Asking, judge } from './judge';
import type { Known } from './markers';

const NOBODY = { subject: 'test', streams: [], services: [], partner: null };
const analyst: Asking = { ...NOBODY, role: 'analyst' };
const partner: Asking = { ...NOBODY, role: 'partner', partner: 'homes' };

const known: Known = {
  complaintOf: new Map([
    ['corporate-stage-00000001', 'corporate-00000001'],
    ['corporate-stage-00000002', 'corporate-00000002'],
  ]),
  servicesOf: new Map([
    ['corporate-00000001', new Set(['parking'])],
    ['corporate-00000002', new Set(['highways'])],
  ]),
  references: [],
  namedFor: new Map([['corporate-00000002', ['olu']]]),
  partners: new Map([['homes', { complaints: new Set(['corporate-00000001']), cases: 1 }]]),
};
const SOMEBODY = { complaint: { name: 'ZQX:corporate:corporate-stage-00000001' } };

describe('the oracle', () => {
  it.each<[string, object, Asking]>([
    ['somebody to an analyst', SOMEBODY, analyst],
    [
      'somebody of another stream to an officer',
      SOMEBODY,
      { ...NOBODY, role: 'officer', streams: ['schools'] },
    ],
    [
      'somebody of another service to a manager',
      SOMEBODY,
      { ...NOBODY, role: 'manager', services: ['highways'] },
    ],
    [
      'somebody of a restricted case to an officer who is not named',
      { complaint: { name: 'ZQX:corporate:corporate-stage-00000002' } },
      { ...NOBODY, subject: 'cora', role: 'officer', streams: ['corporate'] },
    ],
    ['a row as it came to an analyst', { imports: [{ raw: 'ZQX:quarantine:corporate' }] }, analyst],
    [
      'a complaint of another service, found by its words, to a manager',
      { corporateAccountSearch: { edges: [{ complaint: { id: 'corporate-00000001' } }] } },
      { ...NOBODY, role: 'manager', services: ['highways'] },
    ],
    ['another’s complaint to a partner', { complaints: [{ id: 'corporate-00000002' }] }, partner],
    ['a count of all to a partner', { measures: { rows: [{ received_MeasureRow: 300 }] } }, partner],
    [
      'a small number',
      { measures: { rows: [{ received_MeasureRow: 3 }] } },
      { ...analyst, smallNumbersBelow: 5 },
    ],
    [
      'a list to whoever is told no small numbers',
      { complaints: { totalCount: 300 } },
      { ...analyst, smallNumbersBelow: 5 },
    ],
    [
      'the audit log to an administrator',
      { intakeAuditEntries: { edges: [] } },
      { ...NOBODY, role: 'admin' },
    ],
    ['a field that nobody thought of', { everything: [] }, analyst],
  ])('finds %s', (_, data, caller) => {
    expect(judge(data, caller, known)).not.toEqual([]);
  });

  it.each<[string, object | null, Asking]>([
    [
      'somebody to an officer of the stream',
      SOMEBODY,
      { ...NOBODY, role: 'officer', streams: ['corporate'] },
    ],
    [
      'somebody to the manager of the service',
      SOMEBODY,
      { ...NOBODY, role: 'manager', services: ['parking'] },
    ],
    [
      'somebody of a restricted case to an officer who is named',
      { complaint: { name: 'ZQX:corporate:corporate-stage-00000002' } },
      { ...NOBODY, subject: 'olu', role: 'officer', streams: ['corporate'] },
    ],
    ['their own to a partner', { complaints: [{ id: 'corporate-00000001' }] }, partner],
    ['how much there is to read', { articles: { totalCount: 3 } }, { ...analyst, smallNumbersBelow: 5 }],
    ['what is refused', { intakeAuditEntries: null }, analyst],
    ['nothing at all', null, analyst],
  ])('leaves %s', (_, data, caller) => {
    expect(judge(data, caller, known)).toEqual([]);
  });
});
