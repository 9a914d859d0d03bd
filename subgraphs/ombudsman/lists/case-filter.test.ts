import { toDay } from '../../../domain/calendar/day';
import { Conditions } from '../../../platform/lists/conditions';
import { type CaseFilter, narrowCases } from './case-filter';

const TODAY = toDay('2021-10-15');
const narrowed = (where: CaseFilter): Conditions => {
  const conditions = new Conditions();
  narrowCases(where, TODAY)(conditions);
  return conditions;
};

describe('a filter of cases', () => {
  it('asks for nothing where nothing was asked', () => {
    const nothing = { bodies: null, upheld: null, awaitingReply: null, remedyOverdue: null, decidedTo: null };
    for (const where of [{}, nothing]) {
      expect(narrowed(where).sql).toBe('true');
      expect(narrowed(where).values).toEqual([]);
    }
  });

  it('binds whatever came from outside', () => {
    const hostile = "x' or true --";
    const { sql, values } = narrowed({
      ...{ streams: [hostile], remedyDueFrom: '2021-04-01', replyOverdue: true, remedyOverdue: false },
    });
    expect(sql).not.toContain(hostile);
    expect(sql).not.toContain('2021');
    expect(values).toEqual([hostile, TODAY, '2021-04-01', TODAY]);
  });

  it('asks all of one and the same remedy, and that none is outstanding of all of them', () => {
    const asked = narrowed({
      remedyOutstanding: true,
      remedyDueFrom: '2021-04-01',
      remedyDueTo: '2021-04-30',
    });
    expect(asked.sql.match(/exists/g)).toHaveLength(1);
    const none = narrowed({ remedyOutstanding: false, remedyDueFrom: '2021-04-01' });
    expect(none.sql.match(/exists/g)).toHaveLength(2);
    expect(none.sql).toContain('not exists');
  });

  it.each([
    [{ streams: [] }, '`where.streams` is empty'],
    [{ receivedTo: 'soon' }, '`where.receivedTo` is no day of the calendar'],
    [{ remedyDueFrom: '2021-05-02', remedyDueTo: '2021-05-01' }, '`where.remedyDueFrom` is after'],
  ])('is refused where it cannot be meant: %j', (where, words) => {
    expect(() => narrowCases(where, TODAY)).toThrow(words);
  });
});
