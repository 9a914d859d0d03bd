import type { StreamReport } from '../../../contracts/report';
import type { Reaches } from '../../../counting/reach';
import { reportedParts } from './parts';

const report = (id: string): StreamReport => ({ id, title: id, samePeriodOfYearsBefore: false, rows: [] });
const streams = ['WATERWAYS', 'SCHOOLS', 'CORPORATE'].map((stream) => ({
  stream,
  stages: [],
  report: report(stream.toLowerCase()),
}));
const ombudsmen = { report: report('ombudsman-upheld') };
const reach: Reaches = new Map([['SCHOOLS', { from: null, to: null }]]);

const keys = (isPartner: boolean, known: typeof ombudsmen | null = ombudsmen) =>
  reportedParts({ streams, ombudsmen: known, reach, lines: [] }, { isPartner }).map((part) => part.report.id);

describe('the tables of a report', () => {
  it('are the streams’ in the contract’s order, others after them, and the ombudsmen’s last', () => {
    expect(keys(false)).toEqual(['corporate', 'schools', 'waterways', 'ombudsman-upheld']);
    expect(keys(false, null)).toEqual(['corporate', 'schools', 'waterways']);
  });

  it('are for a partner those of whose records they see any, and one of their own cases', () => {
    expect(keys(true)).toEqual(['schools', 'partner-ombudsman']);
    expect(keys(true, null)).toEqual(['schools']);
  });
});
