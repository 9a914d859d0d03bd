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
