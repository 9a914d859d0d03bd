import { exportsForTests } from './exports-for-tests';
import { plant } from './planted';
import { isProductCode, productFiles, ROOT } from './tree';

/** What is offered as a whole, or is found by its place: nobody needs to import each of its names. */
const OFFERED = [/^domain\//, /^subgraphs\/[^/]+\/subgraph\.ts: subgraph$/];

/** A part of a file that is tested by itself, because the whole would need many more cases. */
const PARTS = [
  'casework/records/record-history.ts: recordHistory',
  'demo/adults/generate-adults.ts: adultsText',
  'demo/ombudsman/generate-ombudsman.ts: registerRows',
  'gateway/graph/plugins/document-cache.ts: createDocumentCache',
  'imports/kit/match-keys.ts: foldEmail',
  'imports/kit/match-keys.ts: foldPostcode',
  'imports/kit/match-keys.ts: fullNames',
  'platform/outbox/event-contract.ts: UnreadablePayloadError',
  'platform/postgres/embedded/launch.ts: freePort',
  'platform/postgres/reachable.ts: versionProblem',
  'platform/tables/define-table.ts: selection',
  'site/charts/end-labels.ts: apart',
  'site/pages/figures/measured.ts: figureOf',
  'site/pages/measures/measure-page.ts: dividedVariables',
];

/** A list whose every entry a test goes through. */
const LISTS = [
  'platform/identity/roles.ts: ROLES',
  'imports/adults/faults.ts: ADULTS_FAULTS',
  'imports/calls/codes.ts: QUEUES',
  'imports/calls/faults.ts: CALL_FAULTS',
  'imports/childrens/faults.ts: CHILDRENS_FAULTS',
  'imports/corporate-crm/faults.ts: CORPORATE_FAULTS',
  'imports/formats/csv/known-headers.ts: KNOWN_HEADERS',
  'imports/ombudsman/faults.ts: REGISTER_FAULTS',
  'platform/config/models.ts: settingNames',
  'site/charts/palette.ts: LINE_COLOURS',
  'site/charts/palette.ts: PART_COLOURS',
];

/** What lets tests share one server. */
const FOR_A_SHARED_SERVER = [
  'platform/postgres/logins.ts: loadLogins',
  'platform/postgres/open-database.ts: findDatabase',
];

/** Read where a collector is named, by `require`, which nobody follows. */
const READ_LATE = ['platform/tracing/otlp-tracer.ts: otlpTracer'];

const EXCUSED = [...READ_LATE, ...PARTS, ...LISTS, ...FOR_A_SHARED_SERVER];

function found(root: string, files: readonly string[]): string[] {
  const product = files.filter(isProductCode);
  const others = files.filter((file) => !isProductCode(file));
  return exportsForTests(root, product, others).filter((name) => !OFFERED.some((each) => each.test(name)));
}

describe('what the product exports', () => {
  it('is there for the product, with the exceptions that are named', () => {
    const names = found(
      ROOT,
      productFiles().filter((file) => file.endsWith('.ts')),
    );
    expect(names.filter((name) => !EXCUSED.includes(name))).toEqual([]);
  });

  it('is seen to be there for tests only', () => {
    const files = {
      'casework/store.ts':
        'export const used = 1;\nexport function tested() { return inside(); }\nexport class Odd {}\nfunction inside() { return used; }\n',
      'casework/whole.ts': 'export const any = 1;\n',
      'casework/user.ts':
        "import { used as taken } from './store';\nimport * as whole from './whole';\nexport const all = [taken, whole];\n",
      'casework/store.test.ts':
        "import { Odd, tested, used } from './store';\nimport { any } from './whole';\nexport const all = [Odd, tested, used, any];\n",
    };
    const tree = plant(files);
    expect(found(tree.root, Object.keys(files))).toEqual([
      'casework/store.ts: tested',
      'casework/store.ts: Odd',
    ]);
    tree.remove();
  });
});
