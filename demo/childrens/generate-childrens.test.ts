import { createHash } from 'node:crypto';
import { type ChildrensDirt, childrensDirtOf } from './dirt';
import { type ChildrensRequest, generateChildrens } from './generate-childrens';

async function textOf(request: ChildrensRequest): Promise<string> {
  let text = '';
  for await (const block of generateChildrens(request)) text += block;
  return text;
}

const clean = childrensDirtOf(0);
const only = (dirt: Partial<ChildrensDirt>): ChildrensDirt => ({ ...clean, ...dirt });
const linesIn = (text: string) => text.split('\n').slice(0, -1);

describe("a made-up children's system", () => {
  it('is the same for the same request, and another for another seed', async () => {
    const request = { seed: 5, rows: 300, dirt: childrensDirtOf(3) };
    const text = await textOf(request);
    expect(await textOf(request)).toBe(text);
    expect(await textOf({ ...request, seed: 6 })).not.toBe(text);
  });

  it('stays what it was, so that a seed named in a report still finds its file', async () => {
    const text = await textOf({ seed: 1, rows: 500, dirt: childrensDirtOf(1) });
    expect(createHash('sha256').update(text).digest('hex').slice(0, 16)).toMatchInlineSnapshot(
      `"af71754416344cac"`,
    );
  });

  it.each([0, 1, 1250])(
    'without dirt has %i lines, each another complaint with its stages in order',
    async (rows) => {
      const records = linesIn(await textOf({ seed: 2, rows, dirt: clean })).map((line) => JSON.parse(line));
      expect(new Set(records.map(({ caseNumber }) => caseNumber)).size).toBe(rows);
      for (const { stages } of records) {
        expect(stages.map(({ stage }: { stage: number }) => stage)).toEqual(
          [1, 2, 3].slice(0, stages.length),
        );
      }
    },
  );

  it('has copies with their keys in another order, far from their originals', async () => {
    const lines = linesIn(await textOf({ seed: 3, rows: 1000, dirt: only({ plainCopy: 0.1 }) }));
    const places = new Map<string, number[]>();
    for (const [place, line] of lines.entries()) {
      const { caseNumber } = JSON.parse(line);
      places.set(caseNumber, [...(places.get(caseNumber) ?? []), place]);
    }
    const copied = [...places.values()].filter((all) => all.length > 1);
    expect(copied.length).toBeGreaterThan(50);
    expect(Math.max(...copied.map((all) => all.at(-1)! - all[0]!))).toBeGreaterThan(500);
    expect(copied.some((all) => lines[all[0]!] !== lines[all[1]!])).toBe(true);
  });

  it('has lines that are no record where dirt is asked for', async () => {
    const lines = linesIn(await textOf({ seed: 4, rows: 500, dirt: only({ noRecord: 0.2, noRow: 0.2 }) }));
    expect(lines.filter((line) => line.trim() === '').length).toBeGreaterThan(50);
    expect(lines).toContain('{"caseNumber":"CSC-1",}');
  });
});
