import { countWords } from '../../domain/figures/numbers';
import { figureAt, type Plotted } from './chart-data';

/** As many gaps are named; of more, only how many there are is said. */
const MOST_NAMED = 3;

/** What a chart's reader has to know about its gaps: what is not drawn or not recorded, and whether the last period is not over. */
export function noteOf(data: Plotted): string | null {
  const sentences = [partial(data), cut(data), ...gaps(data)].filter((sentence) => sentence !== null);
  return sentences.length === 0 ? null : sentences.join(' ');
}

function partial(data: Plotted): string | null {
  const last = data.labels.at(-1);
  if (!data.isPartial || last === undefined) return null;
  return `The records do not reach the end of ${last.label}: it is shown as it is so far.`;
}

function cut({ cut, labels }: Plotted): string | null {
  if (cut === undefined || labels.length <= cut.most) return null;
  return `Drawn are the ${countWords(cut.most)} ${cut.words}, of ${countWords(labels.length)}; the table has all.`;
}

function gaps(data: Plotted): string[] {
  const missing = data.series.map((series) => ({
    name: series.name,
    labels: data.labels.filter((_, index) => figureAt(data, series, index).value === null),
  }));
  const all = data.labels.length;
  if (all === 0 || missing.every(({ labels }) => labels.length === all)) return [];
  return missing.flatMap(({ name, labels }) => {
    if (labels.length === 0) return [];
    const who = data.series.length > 1 ? `${name} not recorded` : 'Not recorded';
    if (labels.length === all) return [`${who}.`];
    const named = labels.map(({ label }) => label).join('; ');
    const counted = `${countWords(labels.length)} of ${countWords(all)}`;
    return [`${who}: ${labels.length > MOST_NAMED ? counted : named}.`];
  });
}
