import { readCaseQuestion } from './case-filter';

describe('which cases are listed', () => {
  it('is all of them, the newest first', () => {
    expect(readCaseQuestion({})).toEqual({
      where: {},
      orderBy: { field: 'RECEIVED_ON', direction: 'DESC' },
      parameters: {},
      problems: [],
    });
  });

  it('is what the address says', () => {
    const question = readCaseQuestion({
      state: 'overdue',
      body: 'HOUSING',
      stream: 'ADULTS',
      orderBy: 'REPLY_DUE_ON',
      direction: 'ASC',
    });
    expect(question.where).toEqual({ replyOverdue: true, bodies: ['HOUSING'], streams: ['ADULTS'] });
    expect(question.orderBy).toEqual({ field: 'REPLY_DUE_ON', direction: 'ASC' });
    expect(question.parameters).toEqual({
      state: 'overdue',
      body: 'HOUSING',
      stream: 'ADULTS',
      orderBy: 'REPLY_DUE_ON',
      direction: 'ASC',
    });
    expect(readCaseQuestion({ state: 'undecided' }).where).toEqual({ decided: false });
  });

  it.each([
    { state: 'lost' },
    { state: 'toString' },
    { body: 'lgsco' },
    { stream: ['ADULTS', 'SCHOOLS'] },
    { direction: 'UP' },
  ])('leaves out what makes no sense, and offers what does: %j', (query) => {
    const { where, parameters, problems } = readCaseQuestion(query);
    expect([where, parameters]).toEqual([{}, {}]);
    expect(problems).toEqual([expect.stringContaining('There is:')]);
  });
});
