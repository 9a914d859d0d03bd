import { toDay } from '../../calendar/day';
import type { Command } from '../command';
import type { Appointment } from '../events';
import { PANEL, stepsBefore, THREE_STAGES, UPHELD } from '../testing/childrens-case';
import { caseAfter, OLIVE, refused } from '../testing/live-case';

const day = toDay;
const appoint = (as: Appointment, person: string): Command => ({ event: 'appoint', as, person });
const assign = (to: string): Command => ({ event: 'assign', to, group: null, serviceId: null });

describe('whoever looks into a children’s complaint', () => {
  const asked = caseAfter('childrens', ...THREE_STAGES.slice(0, 4));
  const appointed = caseAfter('childrens', ...THREE_STAGES.slice(0, 6));
  const source = 'regulation 17(2)';

  it('is one person for each appointment, and is replaced by being appointed anew', () => {
    expect(refused('childrens', appointed, appoint('INVESTIGATING_OFFICER', 'ines'))?.[0]).toBe(
      'NOTHING_CHANGES',
    );
    const state = caseAfter(
      'childrens',
      ...THREE_STAGES.slice(0, 6),
      appoint('INVESTIGATING_OFFICER', 'iris'),
    );
    expect(state.stages[1]?.appointed).toEqual([
      { as: 'INDEPENDENT_PERSON', person: 'ivan' },
      { as: 'INVESTIGATING_OFFICER', person: 'iris' },
    ]);
  });

  it.each<readonly [string, Appointment, string]>([
    ['investigates, and adjudicates too', 'ADJUDICATING_OFFICER', 'ines'],
    ['investigates, and is independent too', 'INDEPENDENT_PERSON', 'ines'],
    ['handled stage 1, and is independent', 'INDEPENDENT_PERSON', 'olive'],
  ])('is nobody who %s', (_who, as, person) => {
    expect(refused('childrens', appointed, appoint(as, person))).toEqual([
      ...['PERSON_NOT_INDEPENDENT', 'person', source],
    ]);
  });

  it('is nobody who is complained about', () => {
    for (const command of [appoint('INVESTIGATING_OFFICER', 'ida'), assign('ida')])
      expect(refused('childrens', asked, command)?.[0]).toBe('PERSON_COMPLAINED_ABOUT');
    const ida = { ...OLIVE, subject: 'ida' };
    expect(refused('childrens', asked, { command: { event: 'note' }, caller: ida })).toEqual([
      ...['PERSON_COMPLAINED_ABOUT', null, null],
    ]);
  });

  it('does not work on it for the council as its independent person', () => {
    expect(refused('childrens', appointed, assign('ivan'))).toEqual(['PERSON_NOT_INDEPENDENT', 'to', source]);
  });

  it('is appointed before the investigation is reported', () => {
    const report: Command = { event: 'reportInvestigation', on: day('2026-02-24'), findings: UPHELD };
    const one = caseAfter('childrens', ...THREE_STAGES.slice(0, 5));
    expect(refused('childrens', one, report)).toEqual(['APPOINTMENT_MISSING', null, source]);
    expect(refused('childrens', appointed, report)).toBeNull();
    expect(refused('childrens', appointed, { ...report, findings: [] })).toEqual([
      ...['FINDINGS_MISSING', 'findings', 'regulation 17'],
    ]);
  });
});

describe('a panel', () => {
  const state = caseAfter('childrens', ...stepsBefore('arrangePanel'));
  const arrange = (members: readonly string[], on = '2027-09-01'): Command => ({
    ...{ event: 'arrangePanel', on: day(on), members },
  });
  const source = 'regulation 19(2) and (3)';

  it('is arranged of three different people, for a day that may lie ahead', () => {
    expect(refused('childrens', state, arrange(PANEL))).toBeNull();
    const hold: Command = { event: 'holdPanel', on: day('2026-04-20'), members: PANEL };
    expect(refused('childrens', state, hold)?.[0]).toBe('EVENT_NOT_PERMITTED');
  });

  it.each<readonly [string, readonly string[], string]>([
    ['two people', ['pia', 'paul'], 'PANEL_INCOMPLETE'],
    ['somebody twice', ['pia', 'pia', 'paul'], 'PANEL_INCOMPLETE'],
    ['four people', [...PANEL, 'per'], 'PANEL_INCOMPLETE'],
    ['the independent person of stage 2', ['pia', 'paul', 'ivan'], 'PERSON_NOT_INDEPENDENT'],
    ['somebody who handled an earlier stage', ['pia', 'paul', 'olive'], 'PERSON_HANDLED_EARLIER_STAGE'],
  ])('is none of %s', (_whom, members, code) => {
    expect(refused('childrens', state, arrange(members))).toEqual([code, 'members', source]);
  });

  it('is none of somebody complained about, and sits as it may be arranged', () => {
    expect(refused('childrens', state, arrange(['pia', 'paul', 'ida']))?.[0]).toBe('PERSON_COMPLAINED_ABOUT');
    const arranged = caseAfter('childrens', ...stepsBefore('holdPanel'));
    const hold: Command = { event: 'holdPanel', on: day('2026-04-20'), members: ['pia', 'paul', 'ivan'] };
    expect(refused('childrens', arranged, hold)?.[0]).toBe('PERSON_NOT_INDEPENDENT');
    expect(caseAfter('childrens', ...THREE_STAGES).stages.map(({ state: at }) => at)).toEqual([
      ...['ESCALATED', 'ESCALATED', 'ANSWERED'],
    ]);
  });
});
