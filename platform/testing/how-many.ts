/** How many times as much is asked as in `npm test`: what `npm run check:figures` and `npm run check:fuzz` set. */
const TIMES = Number(process.env.ASK_TIMES ?? 1);

/** How many random questions a test asks: `count` in `npm test`, more of them in those two. */
export const howMany = (count: number): number => count * TIMES;
