import { learningPart } from './learning-parts';

describe('the schema of what is learned', () => {
  it('has the same fields for each stream, each with its guard', () => {
    const text = learningPart('schools', 'complaints about schools');
    for (const field of [
      ...['schoolsPromises(', 'schoolsRecommendations(', 'schoolsRepeats(', 'promiseSchoolsAction('],
      ...['completeSchoolsAction(', 'moveSchoolsAction(', 'dropSchoolsAction(', 'nameSchoolsCauses('],
      ...['recommendSchoolsImprovement(', 'followSchoolsRecommendation('],
    ])
      expect(text).toContain(field);
    expect(text.match(/@requiresScopes\(scopes: \[\["casework"\]\]\)/g)).toHaveLength(10);
    expect(text.match(/@listSize/g)).toHaveLength(2);
  });
});
