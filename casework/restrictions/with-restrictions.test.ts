import { withRestrictions } from './with-restrictions';

describe('what restricted cases add to a stream’s resolvers', () => {
  const own = {
    Query: { own: () => 1 },
    SchoolsComplaint: { school: () => 2 },
    Restriction: { reason: () => 3 },
  };
  const all = withRestrictions('schools', own) as Record<string, Record<string, unknown>>;

  it('bears the stream’s name where the graph has one root', () => {
    expect(Object.keys(all.Query ?? {})).toEqual([
      ...['schoolsRestrictions', 'schoolsConflicts', 'schoolsCaseOpenings', 'own'],
    ]);
    expect(Object.keys(all.Mutation ?? {})).toContain('openRestrictedSchoolsComplaint');
    expect(Object.keys(all.Mutation ?? {})).toHaveLength(8);
  });

  it('leaves what is the stream’s own', () => {
    expect(all.SchoolsComplaint).toMatchObject({
      school: own.SchoolsComplaint.school,
      restricted: expect.any(Function),
    });
    expect(all.Restriction?.reason).toBe(own.Restriction.reason);
    expect(all).not.toHaveProperty('ChildrensInvestigation');
    expect(withRestrictions('childrens', {})).toHaveProperty('ChildrensReviewPanel');
  });
});
