import { retentionResolvers } from './retention-resolvers';

describe('what retention adds to a stream’s resolvers', () => {
  const all = retentionResolvers('schools') as Record<string, Record<string, unknown>>;

  it('bears the stream’s name where the graph has one root', () => {
    expect(Object.keys(all.Query ?? {})).toEqual(['schoolsRetentionDue', 'schoolsLegalHolds']);
    expect(Object.keys(all.Mutation ?? {})).toEqual([
      ...['putSchoolsHold', 'liftSchoolsHold', 'decideSchoolsRetention'],
      ...['prepareSchoolsSubjectAccess', 'approveSchoolsSubjectAccess', 'takeSchoolsSubjectAccess'],
    ]);
    expect(all.SchoolsComplaint).toEqual({ retention: expect.any(Function) });
  });
});
