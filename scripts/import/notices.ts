import type { Loaded } from '../../imports/pipeline';
import type { Hashed, Source } from '../../imports/source';
import type { Seen } from './watch-rows';

/** What to look at in a file that was read to its end: no faults, since a sound file may look so too. */
export function noticesOf(
  { counts: { read } }: Pick<Loaded, 'counts'>,
  { source, seen }: { source: Pick<Source<Hashed>, 'title' | 'endsWithTotal'>; seen: Seen },
): readonly string[] {
  return [
    ...(read === 0
      ? ['The file has its header and no rows. If there should be some, export it again, and import that.']
      : []),
    ...(seen.cutOffLine === null
      ? []
      : [
          `Line ${seen.cutOffLine}, the last, is short and has no line end: the file seems to be cut off. ` +
            'Export it again, check that it was copied whole, and import that.',
        ]),
    ...(source.endsWithTotal && !seen.hasTotal
      ? [
          `The file has no Total line, with which exports of ${source.title} end: it may be cut off. ` +
            'Compare the number of its rows with the system.',
        ]
      : []),
  ];
}
