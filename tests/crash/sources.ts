import path from 'node:path';
import { generateAdults } from '../../demo/adults/generate-adults';
import { generateCalls } from '../../demo/calls/generate-calls';
import { callDirtOf } from '../../demo/calls/made-call';
import { childrensDirtOf } from '../../demo/childrens/dirt';
import { generateChildrens } from '../../demo/childrens/generate-childrens';
import { dirtOf } from '../../demo/dirt';
import { generateCorporate } from '../../demo/generate';
import { generateOmbudsman } from '../../demo/ombudsman/generate-ombudsman';
import type { SourceName } from '../../imports/sources';
import { ROOT } from '../../scripts/product/root';
import { type AskFigures, callFigures, caseFigures, stageFigures } from './figures';

/** A source whose import is cut off: its extract, where its records are kept, and the figures that they give. */
export interface CrashSource {
  readonly name: SourceName;
  /** What its extract is called. */
  readonly file: string;
  /** A made-up extract, dirtier than the demonstration's. */
  extract(made: Made): Iterable<string | Buffer> | AsyncIterable<string | Buffer>;
  /** A file that is loaded, undisturbed, before this source's. */
  readonly before: { readonly source: SourceName; readonly file: string } | null;
  /** The parts whose events carry the records to the figures; none where figures are counted from the records themselves. */
  readonly tellers: readonly string[];
  /** SQL for the tables whose rows are the records, and for the one that insight makes of them. */
  readonly recorded: readonly string[];
  readonly projected: string | null;
  readonly figures: AskFigures;
}

interface Made {
  readonly seed: number;
  readonly rows: number;
}

const DIRT = 3;
const STAGES = { before: null, projected: 'insight.stage_fact', figures: stageFigures };

const SOURCES: readonly CrashSource[] = [
  {
    ...{ ...STAGES, name: 'corporate-crm', file: 'corporate-crm.csv', tellers: ['corporate', 'schools'] },
    recorded: ['corporate.stage', 'schools.stage'],
    extract: (made) => generateCorporate({ ...made, dirt: dirtOf(DIRT) }),
  },
  {
    ...{ ...STAGES, name: 'adults', file: 'adults.csv', tellers: ['adults'], recorded: ['adults.stage'] },
    extract: (made) => generateAdults({ ...made, dirt: dirtOf(DIRT) }),
  },
  {
    ...{ ...STAGES, name: 'childrens', file: 'childrens.jsonl', tellers: ['childrens'] },
    recorded: ['childrens.stage'],
    extract: (made) => generateChildrens({ ...made, dirt: childrensDirtOf(DIRT) }),
  },
  {
    ...{ name: 'ombudsman', file: 'ombudsman.xlsx', tellers: ['ombudsman'], figures: caseFigures },
    recorded: ['ombudsman.ombudsman_case'],
    projected: 'insight.ombudsman_case_fact',
    // Some of the made-up cases are about complaints of the demonstration.
    before: {
      source: 'corporate-crm',
      file: path.join(ROOT, 'demo', 'extracts', 'corporate-crm.csv'),
    },
    extract: (made) => [generateOmbudsman({ ...made, dirt: dirtOf(DIRT) })],
  },
  {
    ...{ name: 'calls', file: 'calls.csv', tellers: [], figures: callFigures, before: null },
    ...{ recorded: ['telephony.call'], projected: null },
    extract: (made) => generateCalls({ ...made, dirt: callDirtOf(DIRT) }),
  },
];

/** The sources that can be played, by their names. */
export const crashSources: ReadonlyMap<string, CrashSource> = new Map(
  SOURCES.map((source) => [source.name, source]),
);

/** The source of that name. Throws where none is played. */
export function crashSource(name: string): CrashSource {
  const source = crashSources.get(name);
  if (!source) throw new Error(`No power cuts are played for ${name}`);
  return source;
}
