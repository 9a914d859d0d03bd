import { stage } from '../testing/fixtures';
import { type ComplaintState, complaintRows, stageRows } from './fact-rows';

const state = (given: Partial<ComplaintState>): ComplaintState => ({
  ...{ id: 'corporate-1', authority: 'stockport', stream: 'CORPORATE', version: 1 },
  at: new Date('2021-10-15T08:00:00Z'),
  ...{ status: 'OPEN', closedOn: null, stages: [] },
  ...given,
});
const FIRST = stage({ id: 'corporate-1', receivedOn: '2021-04-01' });
const SECOND = stage({ id: 'corporate-2', receivedOn: '2021-06-01', number: 2 });

describe('the facts of a complaint', () => {
  it('say of each stage when the complaint went on, and which is the latest', () => {
    expect(stageRows(state({ stages: [FIRST, SECOND] }))).toMatchObject([
      { went_on_on: '2021-06-01', followed_on: '2021-06-01' },
      { went_on_on: null, followed_on: null },
    ]);
  });

  it('take another stage of the same number for no step on', () => {
    const again = { ...FIRST, id: 'corporate-3', receivedOn: '2021-05-01' };
    expect(stageRows(state({ stages: [FIRST, again] }))[0]).toMatchObject({
      ...{ went_on_on: null, followed_on: '2021-05-01' },
    });
  });

  it('keep the end of an earlier stage, and take that of the latest from the complaint', () => {
    const ended = { ...FIRST, ended: true, closedOn: '2021-05-02' };
    const closed = { status: 'CLOSED' as const, closedOn: '2021-07-01' };
    expect(stageRows(state({ stages: [ended, SECOND], ...closed }))).toMatchObject([
      { closed_on: '2021-05-02', ended_without_day: false },
      { closed_on: '2021-07-01', ended_without_day: false },
    ]);
  });

  it('know of an end without a day, which an answer has', () => {
    const closed = { status: 'CLOSED' as const };
    expect(stageRows(state({ stages: [SECOND], ...closed }))[0]?.ended_without_day).toBe(true);
    const answered = { ...SECOND, answeredOn: '2021-06-10' };
    expect(stageRows(state({ stages: [answered], ...closed }))[0]?.ended_without_day).toBe(false);
  });

  it('judge an acknowledgement by its limit, and not where there is none', () => {
    const judged = (acknowledgedOn: string | null, acknowledgeBy: string | null) =>
      stageRows(state({ stages: [{ ...FIRST, acknowledgedOn, acknowledgeBy }] }))[0]?.acknowledged_in_time;
    expect(judged('2021-04-09', '2021-04-09')).toBe(true);
    expect(judged('2021-04-12', '2021-04-09')).toBe(false);
    expect(judged('2021-04-12', null)).toBeNull();
    expect(judged(null, '2021-04-09')).toBeNull();
  });

  it('have no complaint without stages', () => {
    expect(complaintRows(state({}))).toEqual([]);
  });
});
