import { dayWords } from '../../../domain/figures/days';
import { streamName } from '../../../domain/figures/names';
import type { Recorded } from '../models';

/** What was recorded on some days alone, a line for each measure of a stream. */
export function recordedLines(recorded: readonly Recorded[] | null): string[] {
  if (recorded === null) return ['What was recorded from when to when is not to be had just now.'];
  const days = new Map<string, string[]>();
  for (const line of recorded) days.set(nameOf(line), [...(days.get(nameOf(line)) ?? []), daysWords(line)]);
  if (days.size === 0) return [];
  return [
    'Recorded on these days alone; on others they are not recorded, which is not 0:',
    ...[...days].map(([name, each]) => `${name}: ${each.join(' and ')}.`),
  ];
}

const nameOf = ({ stream, measure, stage }: Recorded): string =>
  `${streamName(stream)}, ${measure}${stage === null ? '' : ` at stage ${stage}`}`;

const daysWords = ({ from, to }: Recorded): string =>
  `from ${dayWords(from)}${to === null ? ' on' : ` to ${dayWords(to)}`}`;
