/** A sum of unknowns that somebody was told: which of them it adds up. */
export type Equation = ReadonlySet<number>;

/** Whole numbers by this prime, so that elimination stays exact: a sum that follows from others follows by it too. */
const PRIME = 65_521;

/** What somebody can work out by adding and subtracting what they were told. */
export class Solver {
  private readonly rows: { readonly pivot: number; readonly values: Int32Array }[] = [];

  constructor(private readonly unknowns: number) {}

  /** Learns a sum. */
  learn(equation: Equation): void {
    const values = this.reduced(equation);
    const pivot = values.findIndex((value) => value !== 0);
    if (pivot < 0) return;
    const factor = inverse(values[pivot] ?? 1);
    this.rows.push({ pivot, values: values.map((value) => (value * factor) % PRIME) });
  }

  /** Whether a sum follows from those that were learned. */
  follows(equation: Equation): boolean {
    return this.reduced(equation).every((value) => value === 0);
  }

  private reduced(equation: Equation): Int32Array {
    const values = new Int32Array(this.unknowns);
    for (const unknown of equation) values[unknown] = 1;
    for (const row of this.rows) subtract(values, row.values, values[row.pivot] ?? 0);
    return values;
  }
}

/** Takes a multiple of some values away from others, in place. */
function subtract(values: Int32Array, others: Int32Array, times: number): void {
  if (times === 0) return;
  for (const [place, other] of others.entries())
    if (other !== 0) values[place] = ((values[place] ?? 0) + (PRIME - times) * other) % PRIME;
}

/** By Fermat's little theorem. */
function inverse(value: number): number {
  let [result, base, exponent] = [1, value % PRIME, PRIME - 2];
  for (; exponent > 0; exponent >>= 1) {
    if (exponent & 1) result = (result * base) % PRIME;
    base = (base * base) % PRIME;
  }
  return result;
}
