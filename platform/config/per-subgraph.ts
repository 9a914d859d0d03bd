import type { z } from 'zod';
import { httpUrl, postgresUrl } from './fields';
import type { SettingProblem } from './settings-error';

/** Settings that carry a subgraph's name, by that name in lower case. */
export interface PerSubgraph {
  readonly databaseUrls: ReadonlyMap<string, string>;
  readonly subgraphUrls: ReadonlyMap<string, string>;
  readonly problems: readonly SettingProblem[];
}

/**
 * Reads `DATABASE_URL_<SUBGRAPH>` and `SUBGRAPH_<NAME>_URL`. With `known`, a name that no subgraph has is a problem:
 * it is likely mistyped, and would be passed over in silence.
 */
export function readPerSubgraph(
  env: Readonly<Record<string, string>>,
  known?: readonly string[],
): PerSubgraph {
  const problems: SettingProblem[] = [];
  const collect = (pattern: RegExp, field: z.ZodType<string>): Map<string, string> => {
    const found = new Map<string, string>();
    for (const [setting, value] of Object.entries(env)) {
      const name = pattern.exec(setting)?.[1]?.toLowerCase();
      if (name === undefined) continue;
      const parsed = field.safeParse(value);
      if (!parsed.success)
        problems.push({ setting, says: parsed.error.issues[0]?.message ?? 'cannot be used.' });
      if (known && !known.includes(name)) problems.push({ setting, says: noSuchSubgraph(name, known) });
      found.set(name, value);
    }
    return found;
  };
  const databaseUrls = collect(/^DATABASE_URL_(\w+)$/, postgresUrl);
  const subgraphUrls = collect(/^SUBGRAPH_(\w+)_URL$/, httpUrl);
  return { databaseUrls, subgraphUrls, problems };
}

const noSuchSubgraph = (name: string, known: readonly string[]): string =>
  `names the subgraph "${name}", which there is not. Those there are: ${known.join(', ')}.`;
