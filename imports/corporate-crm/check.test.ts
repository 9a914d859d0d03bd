import type { MappedRow } from '../record';
import { corporateRow, testFacts } from '../testing';
import type { CorporateColumn } from './columns';
import { type CrmStage, mapCorporateRow } from './map';

function taken(cells: Partial<Record<CorporateColumn, string>>) {
  const mapped = mapCorporateRow(corporateRow(cells), testFacts);
  if (mapped.kind !== 'taken') throw new Error(`The row is ${mapped.kind}`);
  return mapped;
}

const codes = (mapped: MappedRow<CrmStage>) =>
  mapped.kind === 'noRow' ? [] : mapped.faults.map(({ code }) => code);

describe('dates', () => {
  it.each([
    ['ANSWER_BEFORE_RECEIVED', 'Date Responded', '31/05/2021 23:59', 'answeredOn', null],
    ['ANSWER_UNREADABLE', 'Date Responded', 'n/a', 'answeredOn', null],
    ['ANSWER_IN_FUTURE', 'Date Responded', '02/06/2024', 'answeredOn', null],
    ['ANSWER_IN_FUTURE', 'Date Responded', '31/12/9999', 'answeredOn', null],
    ['ANSWER_UNREADABLE', 'Date Responded', '0001-01-01', 'answeredOn', null],
    ['ANSWER_UNREADABLE', 'Date Responded', '01/01/1970', 'answeredOn', null],
    ['ACKNOWLEDGED_IN_FUTURE', 'Date Acknowledged', '02/06/2024', 'acknowledgedOn', null],
    ['ACKNOWLEDGED_UNREADABLE', 'Date Acknowledged', '01/01/1900', 'acknowledgedOn', null],
    ['ACKNOWLEDGED_BEFORE_RECEIVED', 'Date Acknowledged', '31/05/2021', 'acknowledgedOn', null],
    ['ACKNOWLEDGED_UNREADABLE', 'Date Acknowledged', '30/02/2021', 'acknowledgedOn', null],
  ] as const)('%s: %s "%s"', (code, column, value, field, day) => {
    const { record, faults } = taken({ [column]: value });
    expect(faults).toMatchObject([{ column, code, value }]);
    expect(record[field]).toBe(day);
  });

  it('on the day of receipt are in order, at whatever hour', () => {
    const { record, faults } = taken({
      'Date Acknowledged': '01/06/2021 08:00',
      'Date Responded': '01/06/2021 00:00',
    });
    expect(faults).toEqual([]);
    expect([record.acknowledgedOn, record.answeredOn]).toEqual(['2021-06-01', '2021-06-01']);
  });

  it('of the target and the last change are checked, and used for nothing else', () => {
    const mapped = taken({ 'Target Date': 'soon', 'Last Updated': 'soon' });
    expect(codes(mapped)).toEqual(['TARGET_UNREADABLE', 'LAST_UPDATED_UNREADABLE']);
    expect(mapped.lastUpdated).toBeNull();
  });
});

describe('a last change', () => {
  it.each([
    ['31/12/9999 00:00', 'LAST_UPDATED_IN_FUTURE'],
    ['02/06/2024 00:00', 'LAST_UPDATED_IN_FUTURE'],
    ['01/01/1900', 'LAST_UPDATED_UNREADABLE'],
  ])('on %s decides nothing', (cell, code) => {
    const mapped = taken({ 'Last Updated': cell });
    expect([mapped.lastUpdated, codes(mapped)]).toEqual([null, [code]]);
  });

  it('may be at any hour of the day of the import', () => {
    expect(taken({ 'Last Updated': '01/06/2024 23:59' })).toMatchObject({
      lastUpdated: '2024-06-01T23:59:00',
      faults: [],
    });
  });
});

describe('a target', () => {
  it.each([
    ['01/06/2026', []],
    ['02/06/2026', ['TARGET_UNREADABLE']],
    ['31/12/9999', ['TARGET_UNREADABLE']],
    ['01/01/1900', ['TARGET_UNREADABLE']],
  ])('of %s', (cell, faults) => {
    expect(codes(taken({ 'Target Date': cell }))).toEqual(faults);
  });
});
