import fc from 'fast-check';
import { writeExposition } from './exposition';
import { defineGauge } from './gauge';
import { OTHER } from './metric';
import { createRegistry, type MetricsRegistry } from './registry';
import { readExposition } from './testing';

const FAILED = 'complaints_readings_failed';
const told = async (registry: MetricsRegistry) =>
  readExposition(writeExposition(await registry.read())).filter(({ name }) => name !== FAILED);
const described = { name: 'complaints_told_total', help: 'What was told.' } as const;

describe('a registry', () => {
  it('counts by labels, from 0', async () => {
    const registry = createRegistry();
    const counter = registry.counter({ ...described, labels: { part: ['schools', 'adults'] } });
    expect(await told(registry)).toEqual([]);
    counter.add({ part: 'schools' });
    counter.add({ part: 'schools' }, 2);
    counter.add({ part: 'adults' });
    expect(await told(registry)).toEqual([
      { name: 'complaints_told_total', labels: { part: 'schools' }, value: 3 },
      { name: 'complaints_told_total', labels: { part: 'adults' }, value: 1 },
    ]);
  });

  it('shows no value of a label that its metric does not know: whatever somebody wrote is one more "other"', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: 'binary' })), async (words) => {
        const registry = createRegistry();
        const counter = registry.counter({ ...described, labels: { part: ['schools'] } });
        for (const part of words) counter.add({ part });
        const samples = await told(registry);
        expect(samples.length).toBeLessThanOrEqual(2);
        for (const { labels } of samples) expect(['schools', OTHER]).toContain(labels.part);
      }),
    );
  });

  it('asks a set that grows whether it knows a value by then', async () => {
    const registry = createRegistry();
    const known = new Set<string>();
    const counter = registry.counter({ ...described, labels: { operation: known } });
    counter.add({ operation: 'Dashboard' });
    known.add('Dashboard');
    counter.add({ operation: 'Dashboard' });
    expect((await told(registry)).map(({ labels }) => labels.operation)).toEqual(['other', 'Dashboard']);
  });

  it('counts how long things took as a reader of buckets expects it, whatever they took', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.double({ min: 0, max: 20, noNaN: true })), async (durations) => {
        const registry = createRegistry();
        const histogram = registry.histogram({ ...described, labels: {}, buckets: [0.1, 1, 10] });
        for (const seconds of durations) histogram.observe({}, seconds);
        const samples = await told(registry);
        for (const { name, labels, value } of samples.filter((each) => each.name.endsWith('_bucket')))
          expect([name, value]).toEqual([
            name,
            durations.filter((seconds) => seconds <= Number(labels.le?.replace('+Inf', 'Infinity'))).length,
          ]);
        expect(samples.find(({ name }) => name.endsWith('_count'))?.value ?? 0).toBe(durations.length);
      }),
    );
  });

  it('tells what others read even where one of them fails, and one family where several read it', async () => {
    const registry = createRegistry();
    const gauge = defineGauge({
      ...{ name: 'complaints_lag_seconds', help: 'Lag.' },
      labels: { part: ['adults', 'schools'] },
    });
    registry.collect(() => [gauge([[{ part: 'schools' }, 1]])]);
    registry.collect(async () => [gauge([[{ part: 'adults' }, 2]])]);
    const takeAway = registry.collect(() => {
      throw new Error('not now');
    });
    expect(await told(registry)).toHaveLength(2);
    expect(writeExposition(await registry.read())).toContain(`${FAILED} 1\n`);
    takeAway();
    expect(await told(registry)).toHaveLength(2);
  });

  it.each(['told_total', 'complaints_Told', 'complaints_told total'])('refuses the name %s', (name) => {
    expect(() => createRegistry().counter({ name, help: 'x', labels: {} })).toThrow('no name of a metric');
  });

  it('refuses a name that is taken, and a label that buckets have', () => {
    const registry = createRegistry();
    registry.counter({ ...described, labels: {} });
    expect(() => registry.counter({ ...described, labels: {} })).toThrow('there already');
    expect(() => registry.counter({ name: 'complaints_x', help: 'x', labels: { le: [] } })).toThrow('label');
  });
});

describe('the strict reader', () => {
  const head = '# HELP a_total A.\n# TYPE a_total counter\n';
  it.each([
    ['an end that is missing', `${head}a_total 1`],
    ['a sample of another family', `${head}b_total 1\n`],
    ['a family twice', `${head}${head}`],
    ['a sample twice', `${head}a_total 1\na_total 2\n`],
    ['a label without quotes', `${head}a_total{x=1} 1\n`],
    ['a quote that is not escaped', `${head}a_total{x="a"b"} 1\n`],
    ['a comma at the end', `${head}a_total{x="a",} 1\n`],
    ['a number that is none', `${head}a_total one\n`],
    ['buckets that fall', '# HELP h H.\n# TYPE h histogram\nh_bucket{le="1"} 2\nh_bucket{le="+Inf"} 1\n'],
  ])('refuses %s', (_, text) => {
    expect(() => readExposition(text)).toThrow();
  });

  it('reads what was escaped as it was', () => {
    const value = 'a "quoted" \\ \n line';
    const gauge = defineGauge({ name: 'complaints_x', help: 'a\nb', labels: { x: [value] } });
    expect(readExposition(writeExposition([gauge([[{ x: value }, Number.POSITIVE_INFINITY]])]))).toEqual([
      { name: 'complaints_x', labels: { x: value }, value: Number.POSITIVE_INFINITY },
    ]);
  });
});
