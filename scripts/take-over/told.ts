import { dayWords } from '../../domain/figures/days';
import type { SystemTakenOver } from './take-over-on';

/** Ids that are told of complaints that stay as they were. */
const MOST_TOLD = 20;

const WHY = {
  NO_PROCEDURE: 'no procedure for its stage was in force when that was received',
  STAGE_TWICE: 'it has two stages of one number',
} as const;

/** What came of taking a system over, in lines for whoever asked. */
export function toldLines(source: string, { on, streams, quarantinedRows }: SystemTakenOver): string[] {
  const left = streams.flatMap((stream) => stream.left);
  return [
    `${source} was taken over on ${dayWords(on)}. Nothing of it is loaded any more.`,
    ...streams.map(
      ({ stream, takenOver }) => `${stream}: ${counted(takenOver, 'open complaint')} went on here now`,
    ),
    ...(left.length === 0 ? [] : [`${counted(left.length, 'open complaint')} stayed as they were:`]),
    ...left.slice(0, MOST_TOLD).map(({ complaintId, why }) => `  ${complaintId}: ${WHY[why]}`),
    ...(left.length > MOST_TOLD ? [`  and ${left.length - MOST_TOLD} more`] : []),
    ...(quarantinedRows === 0
      ? []
      : [
          `${counted(quarantinedRows, 'row')} kept back and not decided on: record what has to go on as new complaints.`,
        ]),
  ];
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;
