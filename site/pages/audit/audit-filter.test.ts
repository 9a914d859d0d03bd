import { readAuditQuestion } from './audit-filter';

describe('which entries of the audit log are shown', () => {
  it('is what the address says', () => {
    const query = {
      from: '2026-11-01',
      to: '2026-11-29',
      actor: ' olu ',
      action: 'ACCOUNT_READ',
      subject: 'corporate-1',
    };
    expect(readAuditQuestion(query)).toEqual({
      where: {
        from: '2026-11-01',
        to: '2026-11-29',
        actors: ['olu'],
        actions: ['ACCOUNT_READ'],
        subjects: ['corporate-1'],
      },
      parameters: { ...query, actor: 'olu' },
      problems: [],
    });
  });

  it.each([
    'https://complaints.example/complaints/corporate-1',
    ' /complaints/corporate-1/people ',
    'https://complaints.example/complaints/corporate-1?asAt=2021-09-30#people',
  ])('finds the id in the address of its page: %j', (subject) => {
    expect(readAuditQuestion({ subject })).toEqual({
      where: { subjects: ['corporate-1'] },
      parameters: { subject: 'corporate-1' },
      problems: [],
    });
  });

  it('is everything where nothing is said', () => {
    expect(readAuditQuestion({ from: '', actor: '', action: '' })).toEqual({
      where: {},
      parameters: {},
      problems: [],
    });
  });

  it.each([
    { from: '30/9/2021' },
    { action: 'toString' },
    { action: ['ACCOUNT_READ', 'COPY_READ'] },
    { actor: 'x'.repeat(300) },
    { actor: '   ' },
    { from: '2026-11-02', to: '2026-11-01' },
  ])('leaves out what makes no sense, and says so: %j', (query) => {
    const { where, parameters, problems } = readAuditQuestion(query);
    expect([where, parameters]).toEqual([{}, {}]);
    expect(problems).toHaveLength(1);
  });
});
