import { z } from 'zod';

/** A metric as the product defines it: what it counts by, and its type. */
export interface DefinedMetric {
  readonly type: 'counter' | 'gauge' | 'histogram';
  readonly labels: readonly string[];
}

const DEFINITION =
  /(counter|histogram|defineGauge)\(\{\s*name: '(complaints_\w+)',\s*help:\s*'[^']*',\s*labels: \{([^}]*)\}/g;

/** The metrics that these sources define, by name. */
export function metricsIn(sources: readonly string[]): ReadonlyMap<string, DefinedMetric> {
  const found = sources.flatMap((source) => [...source.matchAll(DEFINITION)]);
  return new Map(
    found.map(([, how, name = '', labels = '']) => [
      name,
      {
        type: how === 'counter' || how === 'histogram' ? how : 'gauge',
        labels: [...labels.matchAll(/(\w+):/g)].map(([, label = '']) => label),
      },
    ]),
  );
}

/** Labels that Prometheus gives to whatever it asks. */
const OF_PROMETHEUS = ['instance', 'job', 'le'];
const SUFFIX = /_(?:bucket|sum|count)$/;

/** What an expression asks for that nobody tells: metrics that are not defined, and labels that theirs do not have. */
export function unknownIn(expression: string, defined: ReadonlyMap<string, DefinedMetric>): string[] {
  const metrics = [...expression.matchAll(/\b(complaints_\w+)(?:\{([^}]*)\})?/g)].map(
    ([, name = '', matchers = '']) => ({ name, matchers, metric: metricOf(name, defined) }),
  );
  const unknown = metrics.filter(({ metric }) => metric === undefined).map(({ name }) => name);
  const known = metrics.flatMap(({ metric }) => metric?.labels ?? []);
  const asked = [
    ...metrics.flatMap(({ matchers }) => labelsMatched(matchers)),
    ...[...expression.matchAll(/\bby \(([^)]*)\)/g)].flatMap(([, list = '']) => list.split(/, */)),
  ];
  return [...unknown, ...asked.filter((label) => !known.includes(label) && !OF_PROMETHEUS.includes(label))];
}

function metricOf(name: string, defined: ReadonlyMap<string, DefinedMetric>): DefinedMetric | undefined {
  const itself = defined.get(name);
  if (itself !== undefined) return itself.type === 'histogram' ? undefined : itself;
  const histogram = defined.get(name.replace(SUFFIX, ''));
  return histogram?.type === 'histogram' ? histogram : undefined;
}

const labelsMatched = (matchers: string): string[] =>
  [...matchers.matchAll(/(\w+)(?:=~|!~|!=|=)"/g)].map(([, label = '']) => label);

export const alarmsModel = z.object({
  groups: z.array(
    z.object({
      name: z.string(),
      rules: z.array(
        z.strictObject({
          alert: z.string().regex(/^[A-Z]\w+$/),
          expr: z.string().min(1),
          for: z.string().regex(/^\d+[mh]$/),
          labels: z.strictObject({ severity: z.enum(['page', 'ticket']) }),
          annotations: z.strictObject({ summary: z.string(), runbook: z.string() }),
        }),
      ),
    }),
  ),
});

export const dashboardModel = z.object({
  title: z.string(),
  panels: z.array(
    z.object({
      id: z.number(),
      title: z.string(),
      gridPos: z.object({ x: z.number(), y: z.number(), w: z.number(), h: z.number() }),
      targets: z.array(z.object({ refId: z.string(), expr: z.string() })).min(1),
    }),
  ),
});

/** Commands of the product that a page tells people to run and that there are none of. */
export function commandsMissing(page: string, scripts: Readonly<Record<string, unknown>>): string[] {
  const named = [...page.matchAll(/npm (?:run (?:--silent )?([\w:-]+)|(start|test)\b)/g)];
  return named.map(([, run, own]) => run ?? own ?? '').filter((name) => !Object.hasOwn(scripts, name));
}
