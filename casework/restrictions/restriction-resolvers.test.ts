import { restrictionResolvers } from './restriction-resolvers';

describe('what restricted cases add to a stream’s resolvers', () => {
  const all = restrictionResolvers('schools') as Record<string, Record<string, unknown>>;

  it('bears the stream’s name where the graph has one root', () => {
    expect(Object.keys(all.Query ?? {})).toEqual([
      ...['schoolsRestrictions', 'schoolsConflicts', 'schoolsCaseOpenings'],
    ]);
    expect(Object.keys(all.Mutation ?? {})).toContain('openRestrictedSchoolsComplaint');
    expect(Object.keys(all.Mutation ?? {})).toHaveLength(8);
  });

  it('has of a stream’s own types those that are stages, where it has them', () => {
    expect(all.SchoolsComplaint).toMatchObject({ restricted: expect.any(Function) });
    expect(all).not.toHaveProperty('ChildrensInvestigation');
    expect(restrictionResolvers('childrens')).toHaveProperty('ChildrensReviewPanel');
  });
});
