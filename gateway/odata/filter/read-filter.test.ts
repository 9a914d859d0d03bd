import type { Property } from '../entity-sets';
import { readFilter } from './read-filter';

const PROPERTIES: readonly Property[] = [
  { name: 'id', type: 'text', description: '' },
  { name: 'stage', type: 'integer', description: '' },
  { name: 'inTime', type: 'boolean', description: '' },
  { name: 'rate', type: 'number', description: '' },
  { name: 'receivedOn', type: 'day', description: '' },
  { name: 'changedAt', type: 'moment', description: '' },
];
const read = (expression: string) => readFilter(expression, PROPERTIES);

describe('$filter', () => {
  it('is read as it is meant: not before and, and before or', () => {
    const inTime = { is: 'HOLDS', column: 'inTime' };
    const first = { is: 'IS_ONE_OF', column: 'stage', values: ['1'] };
    expect(read('inTime or stage eq 1 and not inTime')).toEqual({
      is: 'OR',
      of: [inTime, { is: 'AND', of: [first, { is: 'NOT', of: [inTime] }] }],
    });
    expect(read('(inTime or stage eq 1) and inTime')).toEqual({
      is: 'AND',
      of: [{ is: 'OR', of: [inTime, first] }, inTime],
    });
  });

  it('asks for a range as Power BI does', () => {
    expect(read('changedAt ge 2021-01-01T00:00:00Z and changedAt lt 2021-02-01T00:00:00Z')).toEqual({
      is: 'AND',
      of: [
        { is: 'IS_AT_LEAST', column: 'changedAt', values: ['2021-01-01T00:00:00Z'] },
        { is: 'IS_LESS', column: 'changedAt', values: ['2021-02-01T00:00:00Z'] },
      ],
    });
  });

  it.each([
    ["id eq 'O''Neill'", "O'Neill"],
    ['rate ge 0.75', '0.75'],
    ['rate lt -1e-3', '-1e-3'],
    ['stage in ( 2 )', '2'],
    ['receivedOn le 2021-04-01', '2021-04-01'],
    ['inTime eq true', 'true'],
    ['id ne null', null],
  ])('%s has the value %j', (expression, value) => {
    expect(JSON.stringify(read(expression))).toContain(JSON.stringify({ values: [value] }).slice(1, -1));
  });

  it.each([
    ['', 'at character 1, it ends where a property is expected'],
    ['nothing eq 1', 'at character 1, there is no property "nothing". There are id, stage, inTime'],
    ['stage eq', 'at character 9, it ends where a value for `stage` is expected'],
    ['stage is 1', 'at character 7, "is" is no comparison. There are eq, ne, gt'],
    ['stage add 1 eq 2', '"add" is no comparison'],
    ['stage eq 1 inTime', 'at character 12, there is "inTime" where the end, `and` or `or` is expected'],
    ["stage eq '1'", '"1" is no value of `stage`: write a whole number, such as 2'],
    ['id eq 1', "write a text in quotes, such as 'SCHOOLS'"],
    ['id eq true', 'write a text in quotes'],
    ['stage eq id', '"id" is no value of `stage`'],
    ["receivedOn ge '2021-04-01'", 'write a day of the calendar without quotes'],
    ['receivedOn ge 2021-02-30', 'write a day of the calendar'],
    ['changedAt ge 2021-04-01', 'write a moment'],
    ['changedAt ge 2021-04-01T00:00:00 01:00', 'a + of an address is written %2B'],
    ['stage gt null', 'null, true and false are compared by eq and ne'],
    ['inTime gt true', 'null, true and false are compared by eq and ne'],
    ['stage', 'where a comparison after `stage` is expected'],
    ['not stage eq 1', 'at character 5, put what `not` is of in parentheses'],
    ['(stage eq 1', 'it ends where ) is expected'],
    ['stage in ()', 'there is ")" where a value for `stage` is expected'],
    ["tolower(id) eq 'a'", 'at character 1, there is no function "tolower". There are eq'],
    ["contains(stage,'1')", 'contains is of texts, and `stage` is none'],
    ["contains('1',id)", 'where a property is expected'],
    ['year(receivedOn) eq 2021', 'there is no function "year"'],
    ["constructor(id,'a')", 'there is no function "constructor"'],
    ['stage constructor 1', '"constructor" is no comparison'],
    ["id eq 'open", `"'open" is a text that has no end`],
    ['id eq "open"', 'at character 7, ""open"" cannot be read'],
    ['stage eq 1; drop table x', '"; drop table x" cannot be read'],
    ['1 eq stage', 'there is "1" where a property is expected'],
    [Array(300).fill('inTime').join(' or '), 'more than 200 conditions'],
    [`${'('.repeat(60)}inTime${')'.repeat(60)}`, 'more than 40 within each other'],
    [`${'not '.repeat(60)}inTime`, 'more than 40 within each other'],
    [`stage in (${Array(300).fill('1').join(',')}) and inTime`, 'more than 200 conditions'],
  ])('%s is refused with where, and what there is', (expression, says) => {
    expect(() => read(expression)).toThrow(says);
  });
});
