import { dayWords } from '../../../../domain/figures/days';
import { streamName } from '../../../../domain/figures/names';
import { partlyRecorded, type Recording } from '../../coverage/coverage';
import { daysAsked, type Template } from './cell-question';

/** What a table has to say of records that end before a period of its cells does: a note for each stream. */
export function partialNotes(templates: readonly Template[], recording: Recording): readonly string[] {
  const partial = templates.flatMap((template) =>
    partlyRecorded({ streams: template.where.streams ?? null, days: daysAsked(template) }, recording),
  );
  return [...new Set(partial)].sort().map((stream) => {
    const { to = null, gap } = recording.reach?.get(stream) ?? {};
    const name = streamName(stream);
    if (to === null) return `${name}: there are no records of a part of the period.`;
    if (gap !== undefined && recording.liveSince?.has(stream))
      return `${name}: there are no records from ${dayWords(gap.from)} to ${dayWords(gap.to)}. Figures count what there is, up to ${dayWords(to)}.`;
    return `${name}: records end on ${dayWords(to)}. Figures of a period that goes on count up to then.`;
  });
}
