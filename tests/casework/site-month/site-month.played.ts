import { howMany } from '../../../platform/testing/how-many';
import { eveningFaults } from '../month/evening';
import { keptFigures, ombudsmanFigures, toldFigures } from '../month/figures';
import { Office } from '../month/office';
import { MANAGERS, OFFICERS } from '../month/people';
import { DAYS, FIRST_DAY, PlayedMonth } from '../month/played-month';
import { readList } from '../month/worklists';
import { type SiteCasework, startSiteCasework } from './site-casework';
import { HEAD } from './steps';

const DEAREST = 5;

describe('a month of a team’s work, on the site', () => {
  let product: SiteCasework;
  let office: Office;
  let month: PlayedMonth;
  beforeAll(async () => {
    product = await startSiteCasework(FIRST_DAY);
    office = new Office(product, product.many);
    month = new PlayedMonth(office, howMany(2));
  }, 300_000);
  afterAll(() => product?.stop());

  /** Whose pages do not list what the graph lists for them. */
  async function differingPages(): Promise<string[]> {
    const found: string[] = [];
    for (const who of [...OFFICERS, ...MANAGERS])
      for (const list of ['MINE', 'ALL_OPEN']) {
        const listed = await product.listed(who, list);
        const wanted = (await readList(office, who, list)).map(({ id }) => id);
        if (listed !== null && listed.toSorted().join() !== wanted.toSorted().join())
          found.push(`${who.subject}, ${list}: ${listed.length} on the page, ${wanted.length} in the graph`);
      }
    return found;
  }

  it.each(DAYS)(
    'on %s has every row on the pages of whose it is, and figures as the ledger has them',
    async (day) => {
      await month.play(day);
      expect([...(await eveningFaults(office)), ...(await differingPages())]).toEqual([]);
      expect(await toldFigures(product, FIRST_DAY)).toEqual(keptFigures(office.ledger, day));
    },
  );

  it('brings all that was begun to its end', async () => {
    product.on('2026-07-01');
    await month.courses.goOn('2026-07-01');
    expect(month.courses.left).toBe(0);
    expect(await ombudsmanFigures(product)).toMatchObject([{ ombudsmanDecided: 1, remediesDoneInTime: 1 }]);
  });

  it('tells what each step took, and how many clicks each piece of work', () => {
    const { steps } = product;
    const byGraph = [...product.byGraph].map(([mutation, times]) => `${mutation}: ${times} times`);
    process.stdout.write(
      `The dearest steps:\n${[HEAD, ...steps.dearest(DEAREST)].join('\n')}\n\nAll:\n${[HEAD, ...steps.lines()].join('\n')}\n`,
    );
    process.stdout.write(
      `\nClicks:\n${steps.clickLines().join('\n')}\n\nBy the graph:\n${byGraph.join('\n')}\n`,
    );
    expect(steps.lines().length).toBeGreaterThan(DEAREST);
  });
});
