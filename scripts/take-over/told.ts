import type { LeftAlone } from '../../casework/live/take-over/take-over-complaints';
import { dayWords } from '../../domain/figures/days';
import type { Rehearsed } from './rehearse-on';
import type { SystemTakenOver } from './take-over-on';

/** Ids that are told of complaints that stay as they were. */
const MOST_TOLD = 20;

const WHY = {
  NO_PROCEDURE: 'no procedure for its stage was in force when that was received',
  STAGE_TWICE: 'it has two stages of one number',
} as const;

/** What taking a system over would come to, in lines for whoever asked. */
export function rehearsedLines(source: string, rehearsed: Rehearsed): string[] {
  const { on, isBegun, inTheWay, streams, quarantinedRows } = rehearsed;
  const begun = isBegun
    ? `was taken over on ${dayWords(on)}, and would go on`
    : `would be taken over on ${dayWords(on)}`;
  return [
    `${source} ${begun}. Nothing was changed.`,
    ...inTheWay.map(({ message }) => `In the way: ${message}`),
    ...streams.flatMap(({ stream, wouldGoOn, versions }) => [
      `${stream}: ${counted(wouldGoOn, 'open complaint')} would go on here`,
      ...versions.map(
        ({ stage, inForceFrom, source: law, complaints }) =>
          `  ${complaints} in stage ${stage}, as in force from ${dayWords(inForceFrom)} (${law})`,
      ),
    ]),
    ...leftLines(
      streams.flatMap(({ left }) => left),
      'would stay as they are',
    ),
    ...keptBack(quarantinedRows),
  ];
}

/** What came of taking a system over, in lines for whoever asked. */
export function toldLines(source: string, { on, streams, quarantinedRows }: SystemTakenOver): string[] {
  const left = streams.flatMap((stream) => stream.left);
  return [
    `${source} was taken over on ${dayWords(on)}. Nothing of it is loaded any more.`,
    ...streams.map(
      ({ stream, takenOver }) => `${stream}: ${counted(takenOver, 'open complaint')} went on here now`,
    ),
    ...leftLines(left, 'stayed as they were'),
    ...keptBack(quarantinedRows),
  ];
}

const leftLines = (left: readonly LeftAlone[], how: string): string[] => [
  ...(left.length === 0 ? [] : [`${counted(left.length, 'open complaint')} ${how}:`]),
  ...left.slice(0, MOST_TOLD).map(({ complaintId, why }) => `  ${complaintId}: ${WHY[why]}`),
  ...(left.length > MOST_TOLD ? [`  and ${left.length - MOST_TOLD} more`] : []),
];

const keptBack = (rows: number): string[] =>
  rows === 0
    ? []
    : [`${counted(rows, 'row')} kept back and not decided on: record what has to go on as new complaints.`];

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;
