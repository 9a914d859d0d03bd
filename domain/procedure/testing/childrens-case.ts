import { toDay } from '../../calendar/day';
import type { Command } from '../command';
import { receivedOn } from './live-case';

const on = (text: string) => ({ on: toDay(text) });
export const UPHELD = [{ point: 1, finding: 'UPHELD' }] as const;
export const PANEL = ['pia', 'paul', 'peg'] as const;

/** A children's complaint through its three stages: what is done to it, in order, by one officer. */
export const THREE_STAGES: readonly Command[] = [
  receivedOn('2026-01-05', { complainedAbout: ['ida'] }),
  { event: 'acknowledge', ...on('2026-01-06') },
  { event: 'answer', ...on('2026-01-16'), outcome: 'NOT_UPHELD', findings: [] },
  { event: 'escalate', receivedOn: toDay('2026-01-30'), hasLateReason: false },
  { event: 'appoint', as: 'INVESTIGATING_OFFICER', person: 'ines' },
  { event: 'appoint', as: 'INDEPENDENT_PERSON', person: 'ivan' },
  { event: 'agreeStatement', ...on('2026-02-03') },
  { event: 'reportInvestigation', ...on('2026-02-24'), findings: UPHELD },
  { event: 'appoint', as: 'ADJUDICATING_OFFICER', person: 'anna' },
  { event: 'answer', ...on('2026-03-02'), outcome: 'UPHELD', findings: UPHELD },
  { event: 'escalate', receivedOn: toDay('2026-03-16'), hasLateReason: false },
  { event: 'arrangePanel', ...on('2026-04-20'), members: PANEL },
  { event: 'holdPanel', ...on('2026-04-20'), members: PANEL },
  { event: 'reportPanel', ...on('2026-04-24'), findings: UPHELD },
  { event: 'answer', ...on('2026-05-08'), outcome: 'UPHELD', findings: UPHELD },
];

/** All that comes before the last doing of an event in a stage. */
export const stepsBefore = (event: Command['event']): readonly Command[] =>
  THREE_STAGES.slice(
    0,
    THREE_STAGES.findLastIndex((command) => command.event === event),
  );
