import { Conditions } from '../lists/conditions';
import type { Condition } from './condition';
import { conditionSql } from './condition-sql';
import { pageSql } from './page-sql';
import type { RecordSet } from './record-set';

const SET: RecordSet = {
  ...{ name: 'fish', part: 'pond', scope: 'facts', field: 'fish', filter: null, description: '' },
  columns: [
    { name: 'id', type: 'text', description: '', sortable: true },
    { name: 'caughtOn', type: 'day', description: '', sortable: true },
    { name: 'isKept', type: 'boolean', description: '' },
  ],
};
const sqlOf = (condition: Condition) => {
  const conditions = new Conditions();
  return [conditionSql(SET, condition, conditions), conditions.values];
};

describe('a condition in SQL', () => {
  it('binds what came from outside, and gives false where nothing was recorded', () => {
    const day: Condition = { is: 'IS_AT_LEAST', column: 'caughtOn', values: ['2021-04-01'] };
    expect(sqlOf(day)).toEqual(['("caught_on" >= $1::date and "caught_on" is not null)', ['2021-04-01']]);
    const either: Condition = {
      is: 'OR',
      of: [
        { is: 'HOLDS', column: 'isKept' },
        { is: 'NOT', of: [day] },
      ],
    };
    expect(sqlOf(either)[0]).toBe(
      '("is_kept" or (not (("caught_on" >= $1::date and "caught_on" is not null))))',
    );
    expect(sqlOf({ is: 'IS_ONE_OF', column: 'id', values: [null, "'; --"] })).toEqual([
      '("id" is null or ("id" in ($1::text) and "id" is not null))',
      ["'; --"],
    ]);
  });

  it.each<[Condition, string]>([
    [{ is: 'HOLDS', column: 'nothing' }, 'There are id, caughtOn, isKept'],
    [{ is: 'IS_LESS', column: 'caughtOn', values: ['soon'] }, 'is no day'],
    [{ is: 'IS_LESS', column: 'caughtOn', values: [null] }, 'with one value'],
    [{ is: 'IS_ONE_OF', column: 'id' }, 'joins nothing'],
    [{ is: 'NOT' }, 'joins nothing'],
  ])('is refused: %j', (condition, says) => {
    expect(() => sqlOf(condition)).toThrow(says);
  });
});

describe('a page in SQL', () => {
  it('begins after its place, and its list does not', () => {
    const page = {
      order: ['caughtOn', 'id'],
      descending: true,
      after: ['2021-04-01', 'carp'],
      limit: 5,
      isCounted: true,
    };
    const sql = pageSql(SET, { ...page, columns: ['isKept'] });
    expect([sql.list.sql, sql.page.sql]).toEqual([
      'true',
      'true and ("caught_on", "id") < ($1::date, $2::text)',
    ]);
    expect(sql.ending).toBe('order by held."caught_on" desc, held."id" desc limit 5');
    expect(sql.columns.map(({ name }) => name)).toEqual(['isKept']);
  });
});
