import { type Figure, figureWords, isNoise, shortFigureWords, type Unit } from '../../domain/figures/figures';

/** One series or category, now and in the period that it is compared with. */
export interface Pair {
  readonly name: string;
  readonly now: Figure;
  readonly earlier: Figure;
}

/** What a sentence of change speaks of. */
export interface ChangeTold {
  readonly subject: string;
  /** The other period: "the same half of the year before". */
  readonly words: string;
  /** Said after the newest value where the newest period is not compared: "in July to September 2021". */
  readonly when?: string | undefined;
}

/**
 * How things changed, as a sentence: "Stage 2 complaints rose from 30 to 72 on the same half of the year before, most in
 * Greenspace (5 to 21)". Of changes smaller than noise (`isNoise`) only the level is told. Null where nothing can be
 * compared.
 */
export function changeSentence(told: ChangeTold, pairs: readonly Pair[]): string | null {
  const known = pairs.filter(({ now, earlier }) => now.value !== null && earlier.value !== null);
  const [first] = known;
  if (first === undefined) return null;
  if (pairs.length === 1) return whole(told, first, []);
  const isSum = first.now.unit === 'COUNT' && known.length === pairs.length;
  return isSum ? whole(told, sumOf(pairs), known) : parts(told, known);
}

function sumOf(pairs: readonly Pair[]): Pair {
  const sum = (of: (pair: Pair) => Figure): Figure => ({
    unit: 'COUNT',
    value: pairs.reduce((total, pair) => total + (of(pair).value ?? 0), 0),
  });
  return { name: '', now: sum(({ now }) => now), earlier: sum(({ earlier }) => earlier) };
}

/** Of the whole, and of the part of it that changed most the same way. */
function whole({ subject, words, when }: ChangeTold, pair: Pair, within: readonly Pair[]): string {
  const { now, earlier } = pair;
  const at = when === undefined ? '' : ` ${when}`;
  if (isNoise(now, earlier)) {
    const isSame = now.value === earlier.value;
    const beside = isSame ? 'the same as' : `little different from the ${shortFigureWords(earlier)} of`;
    return `${subject}: ${figureWords(now)}${at}, ${beside} ${words}${mostChanged(within)}`;
  }
  const [most] = changed(within).filter((part) => rises(part) === rises(pair));
  const where = most === undefined ? '' : `, most in ${most.name} (${fromTo(most)})`;
  return `${subject} ${verb(pair)} from ${fromTo(pair)}${at} on ${words}${where}`;
}

/** Of a whole that hardly changed: the part that did. */
function mostChanged(within: readonly Pair[]): string {
  const [most] = changed(within);
  return most === undefined ? '' : `, though ${most.name} ${verb(most)} (${fromTo(most)})`;
}

/** Of parts that make no whole: those that changed, at most two. */
function parts({ subject, words, when }: ChangeTold, known: readonly Pair[]): string {
  const told = changed(known).slice(0, 2);
  const at = when === undefined ? '' : ` ${when}`;
  if (told.length === 0) return `${subject}: little changed${at} on ${words}`;
  const clauses = told.map((pair, index) => {
    const [before] = index === 0 ? [] : told;
    const rose = before && verb(before) === verb(pair) ? '' : `${verb(pair)} `;
    return `${rose}in ${pair.name} (${fromTo(pair)})`;
  });
  return `${subject} ${clauses.join(' and ')}${at} on ${words}`;
}

/** The pairs that changed by more than noise, those that changed most first. */
const changed = (pairs: readonly Pair[]): Pair[] =>
  pairs
    .filter(({ now, earlier }) => !isNoise(now, earlier))
    .sort((one, other) => sizeOf(other) - sizeOf(one));

const sizeOf = ({ now, earlier }: Pair): number => Math.abs((now.value ?? 0) - (earlier.value ?? 0));
const rises = ({ now, earlier }: Pair): boolean => (now.value ?? 0) > (earlier.value ?? 0);
const verb = (pair: Pair): string => (rises(pair) ? 'rose' : 'fell');

function fromTo({ now, earlier }: Pair): string {
  const unit: Unit = now.unit;
  const to = unit === 'WORKING_DAYS' ? figureWords(now) : shortFigureWords(now);
  return `${shortFigureWords(earlier)} to ${to}`;
}
