import { callsForRemedy, HOUSING_FINDINGS, LGSCO_DECISIONS } from './decisions';

describe('a decision after which something is to be done', () => {
  it('of the LGSCO is one that upholds', () => {
    const calls = LGSCO_DECISIONS.filter((decision) => callsForRemedy({ decision, findings: [] }));
    expect(calls).toEqual(['UPHELD']);
  });

  it('of the Housing Ombudsman is one that finds a failure, or what made it good', () => {
    const calls = HOUSING_FINDINGS.filter((finding) =>
      callsForRemedy({ decision: null, findings: [finding] }),
    );
    expect(calls).toEqual([
      ...['SERVICE_FAILURE', 'PARTIAL_MALADMINISTRATION', 'MALADMINISTRATION', 'SEVERE_MALADMINISTRATION'],
      ...['MEDIATION', 'REASONABLE_REDRESS'],
    ]);
  });

  it('is none where a finding is not known', () => {
    expect(callsForRemedy({ decision: null, findings: [null] })).toBe(false);
    expect(callsForRemedy({ decision: null, findings: [null, 'SERVICE_FAILURE'] })).toBe(true);
  });
});
