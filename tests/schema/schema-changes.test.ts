import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { toDay } from '../../domain/calendar/day';
import { compare } from './changes/compare';
import { knownQuestions, writtenIn } from './changes/known-questions';
import { mentionsIn } from './changes/mentions';
import { without } from './changes/plant';
import { presentState, publishedState } from './changes/public-state';
import { isFailed, reportOf } from './changes/report';

const ROOT = path.join(__dirname, '../..');
const today = toDay('2026-11-30');
const present = presentState(ROOT);
const published = publishedState(ROOT);

let root: string;
beforeAll(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'schema-changes-'));
  write('starters/apollo/queries.graphql', 'query Starter { measures(by: []) { rows { escalated } } }');
  write(
    'elsewhere/index.ts',
    "import { gql } from 'x'; export const Q = gql`query Other { figures(measures: [ESCALATED]) { value } }`;",
  );
});
afterAll(() => fs.rmSync(root, { recursive: true }));

function write(file: string, text: string): void {
  fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  fs.writeFileSync(path.join(root, file), text);
}

/** The product's questions, and those of a starter and of a client elsewhere that this test makes. */
const check = (after: typeof present) => {
  const questions = [
    ...knownQuestions(ROOT),
    ...knownQuestions(root),
    ...writtenIn(path.join(root, 'elsewhere'), root),
  ];
  return compare({ before: published, after, questions, mentions: mentionsIn(ROOT), today });
};

describe('what clients rely on', () => {
  it('is as it was published, or differs in what breaks nobody', async () => {
    const compared = await check(present);
    expect(isFailed(compared) ? reportOf(compared) : '').toBe('');
  });

  it('is seen to lose a field and a value that the site, assistants, a starter, pages and a client ask for, each by name', async () => {
    const graph = without(without(present.graph, 'MeasureRow.escalated'), 'Measure.ESCALATED');
    const compared = await check({ ...present, graph });
    const breaks = new Map(compared.findings.map((finding) => [finding.part, finding.breaks]));
    expect(breaks.get('MeasureRow.escalated')).toEqual(
      expect.arrayContaining([
        'DividedFigures in site/operations/divided-figures.graphql',
        'AssistantDivided in gateway/assistants/operations/assistant-divided.generated.graphql',
        'Starter in starters/apollo/queries.graphql',
        expect.stringMatching(/^question \d+ in README\.md$/),
      ]),
    );
    expect(breaks.get('Measure.ESCALATED')).toContain('Other in elsewhere/index.ts');
    expect(isFailed(compared)).toBe(true);
    expect(reportOf(compared)).toContain('- breaks Starter in starters/apollo/queries.graphql');
    expect(compared.unanswered).toContainEqual(
      expect.stringContaining('Starter in starters/apollo/queries.graphql: Cannot query field "escalated"'),
    );
  });
});
