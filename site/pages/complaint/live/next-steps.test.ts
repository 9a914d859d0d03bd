import type { CaseEvent } from '../../../operations/__generated__/operations';
import { nextSteps } from './next-steps';

const stands = (events: readonly CaseEvent[], given: object = {}) => ({
  permitted: events.map((event) => ({ event, isOpenToCaller: true })),
  ...{ assignedTo: 'amir', assignedGroup: null, isAccepted: true, ...given },
});

describe('the next steps of a complaint', () => {
  it.each<[readonly CaseEvent[], readonly CaseEvent[]]>([
    [['SETTLE', 'ASSESS_RISK', 'ACKNOWLEDGE', 'NOTE'], ['ACKNOWLEDGE']],
    [['ASSESS_RISK', 'EXTEND', 'RESUME', 'WITHDRAW'], ['RESUME']],
    [
      ['AGREE_PLAN', 'COORDINATE', 'ANSWER'],
      ['ANSWER', 'AGREE_PLAN'],
    ],
    [
      ['ACKNOWLEDGE', 'APPOINT', 'REPORT_INVESTIGATION', 'AGREE_STATEMENT'],
      ['ACKNOWLEDGE', 'AGREE_STATEMENT', 'APPOINT'],
    ],
    [
      ['APPOINT', 'REPORT_INVESTIGATION'],
      ['REPORT_INVESTIGATION', 'APPOINT'],
    ],
    [
      ['ARRANGE_PANEL', 'HOLD_PANEL'],
      ['HOLD_PANEL', 'ARRANGE_PANEL'],
    ],
  ])('are those that bring it on, of %j', (events, steps) => {
    expect(nextSteps(stands(events), 'olu')).toEqual(steps);
  });

  it('begin with taking it, for whoever was given it and has not', () => {
    const given = stands(['ANSWER', 'ACCEPT', 'ASSIGN'], { isAccepted: false });
    expect(nextSteps(given, 'amir')).toEqual(['ACCEPT', 'ANSWER']);
    expect(nextSteps(given, 'olu')).toEqual(['ANSWER']);
  });

  it('end with giving it to somebody, where neither a person nor a group has it', () => {
    const nobodys = { assignedTo: null, isAccepted: false };
    expect(nextSteps(stands(['ASSIGN', 'ACKNOWLEDGE'], nobodys), 'olu')).toEqual(['ACKNOWLEDGE', 'ASSIGN']);
    const ofGroup = { ...nobodys, assignedGroup: 'g-1' };
    expect(nextSteps(stands(['ASSIGN', 'ACKNOWLEDGE'], ofGroup), 'olu')).toEqual(['ACKNOWLEDGE']);
  });

  it('hold nothing that is for others to do', () => {
    const others = { permitted: [{ event: 'ANSWER' as const, isOpenToCaller: false }] };
    expect(nextSteps(stands([], others), 'olu')).toEqual([]);
  });
});
