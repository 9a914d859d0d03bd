import { DOMParser } from '@xmldom/xmldom';
import { parse as parseGraphql, print, validate } from 'graphql';
import { parse as parseYaml } from 'yaml';
import { EXPORTS, GRAPHS, measuresWithoutField, ODATA_SETS, VIEWS, valuesOf } from './known-names';
import { readM } from './read-m';
import {
  grafanaPanels,
  STARTERS,
  starter,
  startersIn,
  supersetCharts,
  supersetDatasets,
} from './starter-files';

const xmlOf = (text: string) => {
  const problems: string[] = [];
  const onError = (_: string, message: string) => void problems.push(message);
  return { document: new DOMParser({ onError }).parseFromString(text, 'text/xml'), problems };
};

/** Names of a query of Power Query that there are not. */
function mProblems(text: string): string[] {
  const { sets, columns } = readM(text);
  const there = sets.flatMap((set) => ODATA_SETS.get(set) ?? []);
  return [
    ...sets.filter((set) => !ODATA_SETS.has(set)),
    ...columns.filter((column) => !there.includes(column)),
  ];
}

/** What is wrong with an operation of the graph, as it is open to the council and to partners. */
const graphProblems = (text: string): string[] =>
  Object.entries(GRAPHS).flatMap(([to, schema]) =>
    validate(schema, parseGraphql(text)).map(({ message }) => `${to}: ${message}`),
  );

/** Files of /exports that a text names and that there are not. */
const exportProblems = (text: string): string[] =>
  [...text.matchAll(/\/exports\/([a-z-]+)\.(\w+)/g)]
    .filter(
      ([, name = '', format = '']) => !EXPORTS.includes(name) || !/^(csv|xlsx|parquet|json)$/.test(format),
    )
    .map(([whole]) => whole);

describe('every starter file', () => {
  it('is read as what its name says', () => {
    const read: Readonly<Record<string, (text: string) => unknown>> = {
      json: JSON.parse,
      pbids: JSON.parse,
      yaml: parseYaml,
      yml: parseYaml,
      pq: readM,
      tds: (text) => expect(xmlOf(text).problems).toEqual([]),
      odc: (text) => expect(xmlOf(text).problems).toEqual([]),
    };
    const unread = [...STARTERS].filter(([place, text]) => {
      const kind = place.split('.').at(-1) ?? '';
      if (/^(md|sh|py|R|ts|sql|graphql)$/.test(kind)) return false;
      read[kind]?.(text);
      return !(kind in read);
    });
    expect(unread.map(([place]) => place)).toEqual([]);
  });

  it('holds no secret, and no address but those that are filled in', () => {
    const addresses = [...STARTERS].flatMap(([place, text]) =>
      [...text.matchAll(/\b(?:https?|postgres\w*(?:\+\w+)?):\/\/[^\s"'`<>{}|]+/g)].map(
        ([at]) => `${place}: ${at}`,
      ),
    );
    const other = addresses.filter(
      (at) => !/localhost:4000|database\.example:5432|www\.w3\.org|schemas\.microsoft\.com/.test(at),
    );
    expect(other).toEqual([]);
    for (const [place, text] of STARTERS)
      expect([place, /cck_[0-9a-z]|eyJ[\w-]{10}/.test(text)]).toEqual([place, false]);
  });

  it('names files of records that there are', () => {
    expect(exportProblems('curl /exports/stages.csv')).toEqual([]);
    expect(exportProblems('curl /exports/stage.csv /exports/stages.ods')).toHaveLength(2);
    for (const [place, text] of STARTERS) expect([place, exportProblems(text)]).toEqual([place, []]);
  });
});

describe('Power BI and Excel', () => {
  it.each(['power-bi/stages.pq', 'excel/quarterly-figures.pq'])(
    '%s names sets and columns that there are',
    (place) => {
      expect(readM(starter(place)).addresses).toEqual(['http://localhost:4000/odata/v4/']);
      expect(readM(starter(place)).sets).toHaveLength(1);
      expect(readM(starter(place)).columns.length).toBeGreaterThan(5);
      expect(mProblems(starter(place))).toEqual([]);
    },
  );

  it('the connection file of Excel holds such a query', () => {
    const { document } = xmlOf(starter('excel/quarterly-figures.odc'));
    const mashup = document.getElementsByTagName('odc:PowerQueryMashupData')[0]?.textContent ?? '';
    const formula = xmlOf(mashup).document.getElementsByTagName('Formula')[0]?.textContent ?? '';
    expect(readM(formula).sets).toEqual(['QuarterlyFigures']);
    expect(mProblems(formula)).toEqual([]);
  });

  it('would be seen to name others', () => {
    const text = starter('power-bi/stages.pq');
    expect(mProblems(text.replace('[Name = "Stages"', '[Name = "Stage"'))).toContain('Stage');
    expect(mProblems(text.replace('"daysToAnswer"', '"daysTaken"'))).toEqual(['daysTaken']);
    expect(mProblems(text.replace('each [receivedOn]', 'each [received]'))).toEqual(['received']);
    for (const broken of [
      text.replace('[Implementation', '(Implementation'),
      text.replace('"2.0"', '"2.0'),
      text.replace(/in\s+Chosen/, 'in Other'),
    ])
      expect(() => readM(broken)).toThrow();
  });
});

describe('Tableau', () => {
  it('names a view and columns that there are', () => {
    const { document } = xmlOf(starter('tableau/complaints.tds'));
    const table = document.getElementsByTagName('relation')[0]?.getAttribute('table') ?? '';
    const view = table.replaceAll(/[[\]]/g, '');
    const columns = [...document.getElementsByTagName('column')].map(
      (column) => column.getAttribute('name')?.slice(1, -1) ?? '',
    );
    expect(columns.length).toBeGreaterThan(5);
    expect(columns.filter((column) => !VIEWS.get(view)?.includes(column))).toEqual([]);
  });
});

describe('Grafana', () => {
  it('has the panels that the page tells of, all of the data source that goes with it', () => {
    expect(grafanaPanels().map(({ title }) => title)).toEqual([
      expect.stringMatching(/^Received .* by quarter/),
      expect.stringMatching(/^Answered in time .* by quarter/),
      expect.stringMatching(/^Open and overdue/),
      expect.stringMatching(/^Open .* month/),
    ]);
    const { datasources } = parseYaml(starter('grafana/datasource.yaml'));
    const uids = [...starter('grafana/dashboard.json').matchAll(/"uid": "([^"]+)"/g)].map(([, uid]) => uid);
    expect(new Set(uids)).toEqual(new Set([datasources[0].uid]));
  });
});

describe('Superset', () => {
  it('is a bundle whose parts name each other', () => {
    const database = parseYaml(starter('superset/databases/Council_complaints.yaml'));
    const dashboard = parseYaml(starter('superset/dashboards/Complaints_1.yaml'));
    const [datasets, charts] = [supersetDatasets(), supersetCharts()];
    expect(new Set(datasets.map(({ database_uuid: uuid }) => uuid))).toEqual(new Set([database.uuid]));
    const known = datasets.map(({ uuid }) => uuid);
    expect(charts.filter(({ dataset_uuid: uuid }) => !known.includes(uuid))).toEqual([]);
    const placed = Object.entries(dashboard.position).flatMap(([id, part]) =>
      id.startsWith('CHART-') ? [(part as { meta: { uuid: string } }).meta.uuid] : [],
    );
    expect(placed.sort()).toEqual(charts.map(({ uuid }) => uuid).sort());
    expect(parseYaml(starter('superset/metadata.yaml'))).toMatchObject({
      type: 'Dashboard',
      version: '1.0.0',
    });
  });

  it('names columns that there are', () => {
    for (const { table_name: table, sql, columns } of supersetDatasets()) {
      const view = /from (bi\.\w+)/.exec(sql ?? `from bi.${table}`)?.[1] ?? '';
      const own = columns
        .filter(({ expression }) => expression === null)
        .map(({ column_name: name }) => name);
      expect([table, own.filter((name) => !VIEWS.get(view)?.includes(name))]).toEqual([table, []]);
    }
  });
});

describe('programs', () => {
  const curl = JSON.parse(/--data '(\{[\s\S]*?\})'/.exec(starter('curl/complaints.sh'))?.[1] ?? '{}');
  const python = /FIGURES = """([\s\S]*?)"""/.exec(starter('python/complaints.py'))?.[1] ?? '';

  const asked: [string, string][] = [
    ['curl', curl.query],
    ['Python', python],
    ...startersIn('apollo-client', '.graphql').map((place): [string, string] => [place, starter(place)]),
  ];
  it.each(asked)('%s asks what the graph answers, partners too', (_, text) => {
    expect(graphProblems(text)).toEqual([]);
    expect(graphProblems(text.replace('received', 'receivedOnes'))).toHaveLength(2);
  });

  it.each(asked)(
    '%s asks the question that is published with the product, which production answers',
    (_, text) => {
      expect(print(parseGraphql(text))).toBe(print(parseGraphql(starter('apollo-client/figures.graphql'))));
    },
  );

  it('R names dimensions and measures that there are', () => {
    const named = [...starter('r/complaints.R').matchAll(/"([A-Z_,]{3,})"/g)].flatMap(([, text = '']) =>
      text.split(','),
    );
    const there = [...valuesOf('Measure'), ...valuesOf('Dimension')];
    expect(named.filter((name) => !/^COMPLAINTS_/.test(name)).length).toBeGreaterThan(4);
    expect(named.filter((name) => !/^COMPLAINTS_/.test(name) && !there.includes(name))).toEqual([]);
  });

  it('are right that each measure is a field', () => {
    expect(measuresWithoutField()).toEqual([]);
  });
});
