import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildSchema, printSchema } from 'graphql';
import { RECORD_SETS } from '../../contracts/record-sets/record-sets';
import { identityOf } from '../../platform/identity/roles';
import type { Caller } from '../graph/caller';
import type { GraphAnswer } from '../graph/graph';
import { printContract } from '../graph/partner-contract';
import type { ChangeList, ListedChange } from './change-list';
import type { Entry } from './entry';
import { type Dictionary, dictionaries } from './read-dictionary';
import { dictionaryCsv, dictionaryJson } from './write-dictionary';

const SUPERGRAPH = readFileSync(path.join(__dirname, '../../schema/supergraph.graphql'), 'utf8');
const WHOLE = printSchema(buildSchema(SUPERGRAPH, { assumeValidSDL: true }));
const CONTRACT = printContract(SUPERGRAPH);
const RECEIVED = {
  ...{ measure: 'RECEIVED', title: 'Received', counts: 'Stages received', numerator: null },
  ...{ denominator: null, datedBy: 'The day the stage was received', source: '=A law' },
  ...{ polarity: 'NEITHER', unit: 'COUNT', version: 1, since: '2021-04-01' },
};
const CHANGE: Omit<ListedChange, 'concerns'> = {
  ...{ id: '2026-12-01-a', date: '2026-12-01', kind: 'safe', part: 'a', what: 'A.', reason: 'B.' },
};
const CHANGES: ChangeList = {
  since: '2026-11-30',
  changes: [
    { ...CHANGE, concerns: ['callers of the graph'] },
    { ...CHANGE, id: '2026-12-01-b', concerns: ['callers of the graph', 'partners'] },
  ],
};

/** Made once for each contract, as the gateway does. */
let answer: GraphAnswer;
beforeEach(() => {
  answer = { status: 200, data: { measureDefinitions: [RECEIVED] }, errors: [] };
});
const dictionaryOf = dictionaries({
  supergraph: SUPERGRAPH,
  sets: RECORD_SETS,
  figures: [],
  changes: CHANGES,
  graph: {
    ask: async () => answer,
    schemaOf: ({ identity }) => (identity.role === 'partner' ? CONTRACT : WHOLE),
  },
});

function readAs(role: string, scopes?: readonly string[]): Promise<Dictionary> {
  const identity = identityOf({ ...{ subject: 'x', role, streams: [], services: [] }, partner: null });
  if (identity === null) throw new Error(`There is no role ${role}`);
  const caller: Caller = {
    identity: { ...identity, scopes: scopes ?? identity.scopes },
    ...{ vouch: async () => '', requestId: 'r', signal: new AbortController().signal },
    holdSlot: () => undefined,
  };
  return dictionaryOf(caller);
}

const byId = ({ entries }: Dictionary, id: string): Entry | undefined =>
  entries.find((each) => each.id === id);
const idsOf = ({ entries }: Dictionary) => entries.map(({ id }) => id);

describe('the dictionary', () => {
  it('explains everything that it names, each once, in an order that stays', async () => {
    const dictionary = await readAs('analyst');
    expect(dictionary.entries.filter(({ says }) => says === '').map(({ id }) => id)).toEqual([]);
    expect(new Set(idsOf(dictionary)).size).toBe(dictionary.entries.length);
    for (const { name } of dictionary.sections)
      expect(dictionary.entries.filter(({ section }) => section === name).length).toBeGreaterThan(8);
    expect(idsOf(await readAs('admin'))).toEqual(idsOf(dictionary));
    expect(idsOf(dictionary).indexOf('column:stages.id')).toBe(
      idsOf(dictionary).indexOf('record-set:stages') + 1,
    );
  });

  it('says of a measure what its definition says, and what opens it', async () => {
    expect(byId(await readAs('analyst'), 'measure:RECEIVED')).toMatchObject({
      ...{ title: 'Received', says: 'Stages received.', type: 'Int', scopes: ['figures'] },
      roles: ['analyst', 'manager', 'officer', 'partner', 'admin'],
      names: { graph: 'Measure.RECEIVED, MeasureRow.received', file: 'received' },
      defined: { datedBy: 'The day the stage was received', version: 1, since: '2021-04-01' },
    });
  });

  it('names columns as each door does', async () => {
    const dictionary = await readAs('analyst');
    expect(byId(dictionary, 'column:ombudsman-cases.decidedOn')).toMatchObject({
      ...{ type: 'day', within: 'record-set:ombudsman-cases', scopes: ['facts'] },
      names: {
        ...{ graph: 'OmbudsmanCase.decidedOn', file: 'decidedOn' },
        ...{ odata: 'OmbudsmanCases/decidedOn', sql: 'bi.ombudsman_cases.decided_on' },
      },
    });
    expect(byId(dictionary, 'column:calls.waitSeconds')?.names.graph).toBeNull();
  });

  it('tells of code lists, filters, fields, scopes and what is to go', async () => {
    const dictionary = await readAs('analyst');
    expect(byId(dictionary, 'code:Outcome.UPHELD')).toMatchObject({ name: 'UPHELD', within: 'code:Outcome' });
    expect(byId(dictionary, 'filter:MeasureFilter.streams')?.names.file).toBe('streams');
    expect(byId(dictionary, 'field:Query.measures.by')).toMatchObject({ name: 'Query.measures(by:)' });
    expect(byId(dictionary, 'field:Query.measures')).toMatchObject({ scopes: ['figures'] });
    expect(byId(dictionary, 'field:Query.measures')?.says).not.toContain('Open to');
    expect(byId(dictionary, 'scope:audit')).toMatchObject({ roles: ['auditor'] });
    expect(byId(dictionary, 'field:ComplaintStage.number')?.deprecated).toMatchObject({
      goesOn: '2027-12-01',
    });
  });

  it('goes out as JSON and as lines that no spreadsheet works out', async () => {
    const dictionary = await readAs('analyst');
    expect(JSON.parse(dictionaryJson(dictionary))).toEqual(JSON.parse(JSON.stringify(dictionary)));
    const lines = dictionaryCsv(dictionary).split('\r\n');
    expect(lines[0]).toMatch(/^id,section,name,title,says,within,type,scopes,roles,graph,file,odata,sql,/);
    expect(lines).toHaveLength(dictionary.entries.length + 2);
    expect(lines.find((line) => line.startsWith('measure:RECEIVED,'))).toContain(",'=A law,");
  });
});

describe('what somebody outside is told', () => {
  it('is what their contract and their agreement hold, of nobody else, and the changes that concern them', async () => {
    const dictionary = await readAs('partner', ['figures']);
    const ids = idsOf(dictionary);
    expect(ids).toContain('measure:RECEIVED');
    for (const closed of ['field:Query.keys', 'record-set:stages', 'record-set:calls', 'scope:audit'])
      expect(ids).not.toContain(closed);
    expect(idsOf(await readAs('partner'))).toContain('record-set:stages');
    expect(new Set(dictionary.entries.flatMap(({ roles }) => roles))).toEqual(new Set(['partner']));
    expect(dictionary.changes.changes.map(({ id }) => id)).toEqual(['2026-12-01-b']);
  });

  it('leaves out definitions that are closed to them, and is refused where they cannot be had', async () => {
    const refusal = (code: string) => ({ ...{ message: 'No.', extensions: { code } } });
    answer = { status: 200, data: { measureDefinitions: null }, errors: [refusal('FORBIDDEN')] };
    const measure = byId(await readAs('auditor'), 'measure:RECEIVED');
    expect(measure).toMatchObject({ title: null, defined: null });
    expect(measure?.says).toContain('Stages received.');
    answer = { status: 200, data: { measureDefinitions: null }, errors: [refusal('SUBGRAPH_UNAVAILABLE')] };
    await expect(readAs('analyst')).rejects.toMatchObject({ status: 503 });
    answer = { status: 200, data: {}, errors: [] };
    await expect(readAs('analyst')).rejects.toMatchObject({ status: 503 });
  });
});
