import { retentionCommands, retentionLists } from './retention-parts';

describe('the schema of retention', () => {
  it('has the same fields for each stream, each with its guard', () => {
    const text = `${retentionLists('schools', 'complaints about schools')}${retentionCommands('schools')}`;
    for (const field of [
      'schoolsRetentionDue(',
      'schoolsLegalHolds(',
      'putSchoolsHold(',
      'liftSchoolsHold(',
      'decideSchoolsRetention(',
    ])
      expect(text).toContain(field);
    expect(text.match(/@requiresScopes\(scopes: \[\["retention"\]\]\)/g)).toHaveLength(8);
    expect(text.match(/@listSize/g)).toHaveLength(2);
  });
});
