import { defineGauge } from './gauge';
import { checkNames, type Described, type Family, type LabelSets, type LabelsOf, labelsOf } from './metric';

/** How often something happened since the process began. */
export interface Counter<Sets extends LabelSets> {
  add(labels: LabelsOf<Sets>, by?: number): void;
}

/** How long things took, in seconds. */
export interface Histogram<Sets extends LabelSets> {
  observe(labels: LabelsOf<Sets>, seconds: number): void;
}

/** Something that is read when the metrics are asked for. May fail: the others are told all the same. */
export type Collector = () => Promise<readonly Family[]> | readonly Family[];

/** All that one process measures of itself. */
export interface MetricsRegistry {
  counter<const Sets extends LabelSets>(described: Described<Sets>): Counter<Sets>;
  histogram<const Sets extends LabelSets>(
    described: Described<Sets> & { readonly buckets: readonly number[] },
  ): Histogram<Sets>;
  /** Has `collector` read each time. Gives what takes it away again. */
  collect(collector: Collector): () => void;
  /** Everything that is measured, as it stands now. */
  read(): Promise<readonly Family[]>;
}

const unread = defineGauge({
  name: 'complaints_readings_failed',
  help: 'How much could not be read for these metrics, such as what a database that does not answer holds.',
  labels: {},
});

type Labels = ReturnType<typeof labelsOf>;

/** Makes a registry. A metric's name is taken once: two parts of the program that count the same are one metric with a label. */
export function createRegistry(): MetricsRegistry {
  const families = new Map<string, () => Family>();
  const collectors = new Set<Collector>();

  function take(described: Described<LabelSets>, read: () => Family): void {
    checkNames(described);
    if (families.has(described.name)) throw new Error(`The metric ${described.name} is there already`);
    families.set(described.name, read);
  }

  return {
    counter({ name, help, labels: sets }) {
      const counted = new Map<string, { readonly labels: Labels; value: number }>();
      take({ name, help, labels: sets }, () => ({
        ...{ name, help, type: 'counter' },
        samples: [...counted.values()].map(({ labels, value }) => ({ suffix: '', labels, value })),
      }));
      return {
        add(given, by = 1) {
          const labels = labelsOf(sets, given);
          const kept = keptIn(counted, labels, () => ({ labels, value: 0 }));
          kept.value += by;
        },
      };
    },
    histogram({ name, help, labels: sets, buckets }) {
      const observed = new Map<string, Observed>();
      take({ name, help, labels: sets }, () => ({
        ...{ name, help, type: 'histogram' },
        samples: [...observed.values()].flatMap((each) => samplesOf(each, buckets)),
      }));
      return {
        observe(given, seconds) {
          const labels = labelsOf(sets, given);
          observe(
            keptIn(observed, labels, () => ({ labels, counts: buckets.map(() => 0), count: 0, sum: 0 })),
            { buckets, seconds },
          );
        },
      };
    },
    collect(collector) {
      collectors.add(collector);
      return () => void collectors.delete(collector);
    },
    async read() {
      const asked = await Promise.allSettled([...collectors].map(async (collector) => collector()));
      const collected = asked.flatMap((each) => (each.status === 'fulfilled' ? each.value : []));
      const failed = unread([[{}, asked.filter(({ status }) => status === 'rejected').length]]);
      return [...[...families.values()].map((read) => read()), ...merged(collected), failed];
    },
  };
}

interface Observed {
  readonly labels: Labels;
  /** How many took no longer than the bucket of this place, and longer than the one before. */
  readonly counts: number[];
  count: number;
  sum: number;
}

function observe(
  observed: Observed,
  { buckets, seconds }: { readonly buckets: readonly number[]; readonly seconds: number },
): void {
  const place = buckets.findIndex((limit) => seconds <= limit);
  if (place >= 0) observed.counts[place] = (observed.counts[place] ?? 0) + 1;
  observed.count += 1;
  observed.sum += seconds;
}

function samplesOf({ labels, counts, count, sum }: Observed, buckets: readonly number[]): Family['samples'] {
  let upTo = 0;
  const inBuckets = buckets.map((limit, place) => {
    upTo += counts[place] ?? 0;
    return { suffix: '_bucket', labels: [...labels, ['le', String(limit)] as const], value: upTo };
  });
  return [
    ...inBuckets,
    { suffix: '_bucket', labels: [...labels, ['le', '+Inf'] as const], value: count },
    { suffix: '_sum', labels, value: sum },
    { suffix: '_count', labels, value: count },
  ];
}

function keptIn<Kept>(all: Map<string, Kept>, labels: Labels, make: () => Kept): Kept {
  const key = JSON.stringify(labels);
  const kept = all.get(key) ?? make();
  all.set(key, kept);
  return kept;
}

/** Families of one name are one: each part of the process collects its own samples of it. */
function merged(families: readonly Family[]): readonly Family[] {
  const byName = new Map<string, Family>();
  for (const family of families) {
    const before = byName.get(family.name);
    byName.set(family.name, before ? { ...before, samples: [...before.samples, ...family.samples] } : family);
  }
  return [...byName.values()];
}
