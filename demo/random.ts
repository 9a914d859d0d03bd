/** Numbers that look like chance and are the same for the same keys, on every machine. */
export interface Random {
  /** At least 0, less than 1. */
  next(): number;
  /** True in `rate` of cases; never for 0. */
  chance(rate: number): boolean;
  /** A whole number, both ends included. */
  between(least: number, most: number): number;
  /** One of the list, each as likely as another. */
  pick<Item>(list: readonly [Item, ...Item[]]): Item;
}

/** Chance of its own for each combination of keys, so that any row can be made again without the rows before it. */
export function randomOf(...keys: readonly number[]): Random {
  let state = 0x9e3779b9;
  for (const key of keys) state = mixed(state ^ Math.imul(key + 1, 0x85ebca6b));
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    return (mixed(state) >>> 0) / 0x1_0000_0000;
  };
  return {
    next,
    chance: (rate) => next() < rate,
    between: (least, most) => least + Math.floor(next() * (most - least + 1)),
    pick: (list) => list[Math.floor(next() * list.length)] ?? list[0],
  };
}

/** The finaliser of MurmurHash3 (public domain): one bit changed in changes half of those out. */
function mixed(value: number): number {
  let bits = value ^ (value >>> 16);
  bits = Math.imul(bits, 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}
