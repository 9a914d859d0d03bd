import { tableOf } from '../from-report/report-table';
import { longTable } from '../testing/a-report';
import { columnWidths, leastWidth } from './column-widths';

const table = tableOf(longTable('services', 4), 1);
const room = { size: 8.5, padding: 5 };

describe('the widths of a table’s columns', () => {
  it('fill the page, and give more to long cells', () => {
    const widths = columnWidths(table, { ...room, width: 728 });
    expect(widths.reduce((sum, each) => sum + each, 0)).toBeCloseTo(728);
    expect(widths[0]).toBeGreaterThan(widths[1] ?? 0);
    // `not recorded` stands in it, in two lines at most.
    expect(widths[1]).toBeGreaterThan(2 * 5 + 8.5 * 0.52 * 'recorded'.length);
  });

  it('have heads on one line where there is room for all, and never a figure broken within its bracket', () => {
    const cells = [{ text: '71 % (119 of 167)', tone: 'PLAIN', value: 0.71, isRate: true } as const];
    const columns = [{ label: '2021-22 Q1-Q2', isNumeric: true }];
    const one = { ...table, columns, rows: [{ label: 'Stage 1', cells }] };
    expect(columnWidths(one, { ...room, width: 480 })[1]).toBeGreaterThan(
      8.5 * 0.58 * '2021-22 Q1-Q2'.length,
    );
    expect(columnWidths(one, { ...room, width: 140 })[1]).toBeGreaterThan(8.5 * 0.52 * '(119 of 167)'.length);
  });

  it('shrink alike where there is no room for all words', () => {
    expect(leastWidth(table, room)).toBeGreaterThan(300);
    const widths = columnWidths(table, { ...room, width: 300 });
    expect(widths.reduce((sum, each) => sum + each, 0)).toBeCloseTo(300);
    expect(Math.min(...widths)).toBeGreaterThan(0);
  });
});
