/** A sample as a strict reader of the exposition format finds it. */
export interface ReadSample {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

const NAME = /^[a-zA-Z_:][a-zA-Z0-9_:]*$/;
const SAMPLE = /^([^{ ]+)(?:\{(.*)\})? (\S+)$/;
const LABEL = /([a-zA-Z_]\w*)="((?:[^"\\\n]|\\[\\"n])*)"(,|$)/y;
const NUMBER = /^(?:[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?|NaN|[+-]Inf)$/i;
const SUFFIXES: Readonly<Record<string, readonly string[]>> = {
  counter: [''],
  gauge: [''],
  histogram: ['_bucket', '_sum', '_count'],
};

/** What has been read so far. */
interface Reading {
  readonly samples: ReadSample[];
  readonly families: Set<string>;
  readonly seen: Set<string>;
  family: { readonly name: string; readonly type: string };
}

/**
 * Reads Prometheus' text format (0.0.4) and throws at the first thing that is not as the format says: a sample without its family, a
 * family twice, a label that does not parse, a sample twice, buckets that fall.
 */
export function readExposition(text: string): ReadSample[] {
  if (!text.endsWith('\n')) throw new Error('The last line has no end');
  const reading: Reading = {
    ...{ samples: [], families: new Set(), seen: new Set() },
    family: { name: '', type: '' },
  };
  for (const line of text.slice(0, -1).split('\n')) readLine(reading, line);
  checkBuckets(reading.samples);
  return reading.samples;
}

function readLine(reading: Reading, line: string): void {
  const help = /^# HELP (\S+) (.+)$/.exec(line);
  const type = /^# TYPE (\S+) (counter|gauge|histogram)$/.exec(line);
  if (help) beginFamily(reading, help[1] ?? '');
  else if (type) describeFamily(reading, type, line);
  else addSample(reading, line);
}

function describeFamily(reading: Reading, type: RegExpExecArray, line: string): void {
  const { name, type: before } = reading.family;
  if (type[1] !== name || before !== '') throw new Error(`A type out of place: ${line}`);
  reading.family = { name, type: type[2] ?? '' };
}

function beginFamily(reading: Reading, name: string): void {
  if (!NAME.test(name) || reading.families.has(name)) throw new Error(`A family twice, or none: ${name}`);
  reading.families.add(name);
  reading.family = { name, type: '' };
}

function addSample({ family, seen, samples }: Reading, line: string): void {
  const sample = readSample(line);
  const suffix = sample.name.slice(family.name.length);
  if (!sample.name.startsWith(family.name) || !SUFFIXES[family.type]?.includes(suffix))
    throw new Error(`A sample of no family: ${line}`);
  const key = JSON.stringify([sample.name, sample.labels]);
  if (seen.has(key)) throw new Error(`A sample twice: ${line}`);
  seen.add(key);
  samples.push(sample);
}

function readSample(line: string): ReadSample {
  const [, name = '', labelText = '', value = ''] = SAMPLE.exec(line) ?? [];
  if (!NAME.test(name) || !NUMBER.test(value)) throw new Error(`No sample: ${line}`);
  return { name, labels: readLabels(labelText, line), value: Number(value.replace('Inf', 'Infinity')) };
}

function readLabels(text: string, line: string): Record<string, string> {
  const labels: Record<string, string> = {};
  LABEL.lastIndex = 0;
  let at = 0;
  while (at < text.length) {
    const found = LABEL.exec(text);
    const [whole = '', label = '', value = '', end = ''] = found ?? [];
    if (!found || label in labels) throw new Error(`No labels: ${line}`);
    labels[label] = value.replace(/\\(.)/g, (_, character) => (character === 'n' ? '\n' : character));
    at += whole.length;
    if ((end === '') !== (at === text.length)) throw new Error(`No labels: ${line}`);
  }
  return labels;
}

/** Each bucket counts those of the smaller ones too, and the last of them all. */
function checkBuckets(samples: readonly ReadSample[]): void {
  const before = new Map<string, number>();
  for (const { name, labels, value } of samples.filter((sample) => sample.name.endsWith('_bucket'))) {
    const { le, ...others } = labels;
    const key = JSON.stringify([name, others]);
    if (le === undefined || value < (before.get(key) ?? 0)) throw new Error(`Buckets fall: ${name}`);
    before.set(key, value);
  }
}
