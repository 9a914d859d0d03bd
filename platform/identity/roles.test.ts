import { identityOf, ROLES } from './roles';

const nobody = { subject: 'x', streams: [], services: [], partner: null };
const KEEPS_GUIDANCE = ['guidance', 'guidance-editing', 'workshops'];
const REPORTS = ['reports', 'report-writing'];
const KEEPS_REPORTS = [...REPORTS, 'report-freezing', 'reviews', 'review-holding'];
const scopesOf = (role: string) => identityOf({ ...nobody, role })?.scopes;

describe('a role', () => {
  it.each([
    ['analyst', ['figures', 'calls', 'facts', 'quarantine-counts', 'guidance', 'workshops', ...REPORTS]],
    [
      'manager',
      [
        ...['figures', 'calls', 'facts', 'accounts', 'casework', 'service-faults', 'guidance', 'workshops'],
        ...[...REPORTS, 'reviews'],
      ],
    ],
    [
      'officer',
      [
        ...['figures', 'calls', 'facts', 'accounts', 'casework', 'quarantine-counts', 'quarantine'],
        ...['restrictions', 'break-glass', 'retention', ...KEEPS_GUIDANCE, ...KEEPS_REPORTS],
      ],
    ],
    ['partner', ['figures', 'facts', 'events', 'own-agreement']],
    ['auditor', ['audit', 'case-openings', 'agreements', 'guidance']],
    [
      'admin',
      [
        'figures',
        'calls',
        'facts',
        'quarantine-counts',
        'quarantine',
        'imports',
        'reference-data',
        'restrictions',
        'retention',
        'case-openings',
        'keys',
        'agreements',
        'agreement-editing',
        ...KEEPS_GUIDANCE,
        ...KEEPS_REPORTS,
      ],
    ],
  ])('%s opens what the contract says', (role, scopes) => {
    expect(scopesOf(role)).toEqual(scopes);
  });

  it('never opens people to a key, nor rows as they came, nor the audit log, nor other keys', () => {
    for (const role of ROLES) {
      const byKey = identityOf({ ...nobody, role }, 'key');
      const closed = [
        ...['accounts', 'casework', 'quarantine', 'audit', 'guidance-editing', 'workshops', 'keys'],
        ...['restrictions', 'break-glass', 'case-openings', 'retention'],
        ...['agreements', 'agreement-editing', 'report-writing', 'report-freezing', 'reviews'],
        'review-holding',
      ];
      expect(byKey?.credential).toBe('key');
      expect(byKey?.scopes).toEqual(scopesOf(role)?.filter((scope) => !closed.includes(scope)));
    }
  });

  it('is one of six', () => {
    expect(ROLES).toHaveLength(6);
  });

  it.each(['', 'Analyst', 'import', 'courier', 'constructor', '__proto__'])(
    'that there is not (%j) opens nothing',
    (role) => {
      expect(identityOf({ ...nobody, role })).toBeNull();
    },
  );
});
