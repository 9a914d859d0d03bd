import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'graphql';
import { composeSupergraph } from '../../gateway/graph/composition';
import { staleGenerated, writeGenerated } from './generated-files';
import { streamFolders, subgraphFolders } from './project';

const OURS = { root: path.join(__dirname, '../..') };

describe('the generated files that are committed', () => {
  it('are what npm run generate writes', () => {
    expect(staleGenerated(OURS)).toEqual([]);
  });

  it('give every subgraph an entry in codegen.yml', () => {
    const settings = readFileSync(path.join(OURS.root, 'codegen.yml'), 'utf8');
    const entries = [...settings.matchAll(/^ {2}subgraphs\/(.+)\/__generated__\/resolver-types\.ts:$/gm)];
    expect(entries.map(([, name]) => name)).toEqual(subgraphFolders(OURS));
  });
});

describe('a generated file', () => {
  let written: string;
  let root: string;
  const inside = (file: string) => path.join(root, file);
  const read = (file: string) => readFileSync(inside(file), 'utf8');
  const edit = (file: string, change: (text: string) => string) =>
    writeFileSync(inside(file), change(read(file)));
  const add = (file: string, text = '') => {
    mkdirSync(path.dirname(inside(file)), { recursive: true });
    writeFileSync(inside(file), text);
  };
  beforeAll(() => {
    root = mkdtempSync(path.join(tmpdir(), 'generated-'));
    cpSync(path.join(OURS.root, 'schema'), inside('schema'), { recursive: true });
    cpSync(path.join(OURS.root, 'codegen.yml'), inside('codegen.yml'));
    for (const name of subgraphFolders(OURS)) add(`subgraphs/${name}/subgraph.ts`);
    for (const stream of streamFolders(OURS)) add(`subgraphs/${stream}/procedure.ts`);
    writeGenerated({ root });
    written = root;
  });
  afterAll(() => rmSync(written, { recursive: true }));
  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'generated-'));
    cpSync(written, root, { recursive: true });
  });
  afterEach(() => rmSync(root, { recursive: true }));
  const stale = () => staleGenerated({ root });

  it.each([
    'schema/common/stream.generated.graphql',
    'schema/corporate/complaint.generated.graphql',
    'schema/insight/complaint-stubs.generated.graphql',
    'schema/ombudsman/complaint-stubs.generated.graphql',
    'schema/supergraph.graphql',
    'schema/partner.graphql',
    'codegen.yml',
  ])('is named when it was changed by hand: %s', (file) => {
    edit(file, (text) => `${text}# by hand\n`);
    expect(stale()).toEqual([file]);
  });

  it('is named no more when it is written again', () => {
    expect(stale()).toEqual([]);
    edit('codegen.yml', (text) => `${text}# by hand\n`);
    writeGenerated({ root });
    expect(stale()).toEqual([]);
  });

  it('is composed of nothing where a stub of a stream is missing in a part that adds to complaints', () => {
    edit('schema/ombudsman/complaint-stubs.generated.graphql', (text) =>
      text.slice(0, text.indexOf('"A complaint about a school')),
    );
    expect(stale()).toEqual(['schema/ombudsman/complaint-stubs.generated.graphql']);
    expect(() =>
      composeSupergraph({ schemaDirectory: inside('schema'), names: subgraphFolders({ root }) }),
    ).toThrow(/do not fit together/);
  });

  it.each(['insight', 'ombudsman'])('is named when a stub of a stream is missing in %s', (part) => {
    const stubs = `schema/${part}/complaint-stubs.generated.graphql`;
    edit(stubs, (text) => text.slice(0, text.indexOf('"A complaint about a school')));
    expect(stale()).toEqual([stubs]);
  });

  it('is named when it is missing, or there is no cause for it any more', () => {
    rmSync(inside('schema/common/stream.generated.graphql'));
    add('schema/transport/complaint.generated.graphql', 'type TransportComplaint { id: ID! }');
    expect(stale()).toEqual([
      'schema/transport/complaint.generated.graphql',
      'schema/common/stream.generated.graphql',
    ]);
  });

  it('follows a field that is added to every complaint', () => {
    edit('schema/common/complaint.graphql', (text) =>
      text.replace('interface Complaint {', 'interface Complaint {\n  "How hard it is."\n  weight: Int'),
    );
    expect(stale()).toEqual(
      streamFolders(OURS).map((stream) => `schema/${stream}/complaint.generated.graphql`),
    );
    writeGenerated({ root });
    expect(read('schema/supergraph.graphql')).toContain('weight: Int');
    expect(stale()).toEqual([]);
  });

  it('is made for a further stream, of which only its own folders were written', () => {
    add('subgraphs/transport/subgraph.ts');
    add('subgraphs/transport/procedure.ts');
    expect(stale()).toContain('schema/transport/complaint.generated.graphql');
    add(
      'schema/transport/transport.graphql',
      'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@requiresScopes", "@policy", "@listSize"])\nextend type TransportComplaint {\n  "The bus."\n  bus: String\n}\n',
    );
    writeGenerated({ root });
    expect(read('schema/common/stream.generated.graphql')).toMatch(
      /CORPORATE[\s\S]*ADULTS[\s\S]*CHILDRENS[\s\S]*SCHOOLS[\s\S]*TRANSPORT/,
    );
    for (const part of ['insight', 'ombudsman']) {
      const stubs = read(`schema/${part}/complaint-stubs.generated.graphql`);
      expect(stubs).toContain('type TransportComplaint');
    }
    expect(read('codegen.yml')).toContain('subgraphs/transport/__generated__/resolver-types.ts:');
    const supergraph = parse(read('schema/supergraph.graphql'));
    const types = supergraph.definitions.map((definition) => 'name' in definition && definition.name?.value);
    expect(types).toContain('TransportComplaint');
  });

  it('is not composed of schemas that do not fit, and says why', () => {
    edit(
      'schema/schools/schools.graphql',
      (text) => `${text}\n"Other than insight's."\ntype PageInfo {\n  "No."\n  hasNextPage: Int\n}\n`,
    );
    expect(stale).toThrow(/do not fit together:\n- /);
  });
});

describe("a subgraph's entry in codegen.yml", () => {
  it('names its own context and mappers', () => {
    const root = mkdtempSync(path.join(tmpdir(), 'codegen-'));
    const files = {
      'schema/common/complaint.graphql': 'interface Complaint { id: ID! }',
      'schema/pond/pond.graphql': 'type Query { fish: Fish } type Fish { id: ID! }',
      'subgraphs/pond/subgraph.ts': '',
      'subgraphs/pond/context.ts': 'export interface Context {}\n',
      'subgraphs/pond/mappers.ts': 'export interface FishMapper {}\nexport type Other = string;\n',
    };
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(path.join(root, path.dirname(file)), { recursive: true });
      writeFileSync(path.join(root, file), text);
    }
    writeGenerated({ root });
    const settings = readFileSync(path.join(root, 'codegen.yml'), 'utf8');
    expect(settings).toContain('contextType: "../context#Context"');
    expect(settings).toContain('      mappers:\n        Fish: "../mappers#FishMapper"\n');
    rmSync(root, { recursive: true });
  });
});
