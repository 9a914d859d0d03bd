import { letterPart } from './letter-parts';

describe('the schema of letters', () => {
  it('has the same commands for each stream, each with its guard', () => {
    const text = letterPart('schools', 'complaints about schools');
    for (const verb of ['begin', 'save', 'submit', 'approve', 'return', 'send', 'drop'])
      expect(text).toContain(`${verb}SchoolsLetter(`);
    expect(text.match(/@requiresScopes\(scopes: \[\["casework"\]\]\)/g)).toHaveLength(8);
    expect(text).toContain('schoolsWaitingLetters: [WaitingLetter!]');
  });
});
