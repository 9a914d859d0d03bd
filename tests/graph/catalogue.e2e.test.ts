import path from 'node:path';
import type { SourceName } from '../../imports/sources';
import { startTestProduct, type TestProduct } from '../../scripts/testing/test-product';

const EXTRACTS: readonly (readonly [SourceName, string])[] = [
  ['corporate-crm', 'corporate-crm.csv'],
  ['adults', 'adults-social-care.csv'],
  ['childrens', 'childrens-cloud.jsonl'],
  ['ombudsman', 'ombudsman-register.xlsx'],
  ['calls', 'telephony-calls.csv'],
  ['coverage', 'coverage.csv'],
];

interface Listed {
  readonly sources: readonly {
    readonly name: string;
    readonly faultCodes: readonly { readonly code: string }[];
  }[];
  readonly refusalCodes: readonly { readonly code: string; readonly of: string }[];
  readonly imports: readonly {
    readonly source: string;
    readonly refusal: string | null;
    readonly faults: readonly { readonly name: string }[] | null;
  }[];
}

describe('the codes that imports give', () => {
  let product: TestProduct;
  let listed: Listed;
  beforeAll(async () => {
    product = await startTestProduct();
    for (const [source, file] of EXTRACTS)
      await product.load(source, path.join(__dirname, '../../demo/extracts', file));
    await product.loadText('coverage', 'nothing,of,use\n1,2,3\n').catch(() => null);
    const { data, errors } = await product.ask<Listed>(
      'admin',
      '{ sources { name faultCodes { code } } refusalCodes { code of } imports { source refusal faults { name } } }',
    );
    expect(errors).toBeUndefined();
    listed = data;
  });
  afterAll(() => product.stop());

  it('are among those that the graph lists for their system', () => {
    const known = new Map(
      listed.sources.map(({ name, faultCodes }) => [name, faultCodes.map(({ code }) => code)]),
    );
    const met = listed.imports.flatMap(({ source, faults }) =>
      (faults ?? []).map(({ name }) => [source, name] as const),
    );
    expect(met.length).toBeGreaterThan(5);
    expect(met.filter(([source, code]) => !known.get(source)?.includes(code))).toEqual([]);
  });

  it('are, where a file was refused, among those that the graph lists', () => {
    const refused = listed.imports.flatMap(({ refusal }) => refusal ?? []);
    expect(refused).toHaveLength(1);
    expect(listed.refusalCodes).toEqual(
      expect.arrayContaining(refused.map((code) => ({ code, of: 'IMPORT' }))),
    );
  });

  it('can be listed by whoever is signed in, narrowed to a system', async () => {
    const { data, errors } = await product.ask<{ faultCodes: { source: string; action: string }[] }>(
      'partner',
      '{ faultCodes(sources: ["calls"]) { code source action } }',
    );
    expect(errors).toBeUndefined();
    expect(new Set(data.faultCodes.map(({ source }) => source))).toEqual(new Set(['calls']));
  });

  it('stand beside the coverage list, of which a line that is retracted gives figures back', async () => {
    const escalated = async () => {
      const where = '{ streams: [CORPORATE], stages: [2], financialYears: ["2020-21"] }';
      const { data, errors } = await product.ask<{
        measures: { rows: { escalated: number | null }[] };
        coverage: { name: string; from: string }[];
      }>(
        'analyst',
        `{ measures(by: [], where: ${where}) { rows { escalated } } coverage(streams: [CORPORATE]) { name from } }`,
      );
      expect(errors).toBeUndefined();
      const isListed = data.coverage.some(({ name }) => name === 'escalated_to_stage_2');
      return { isListed, isRecorded: data.measures.rows[0]?.escalated !== null };
    };
    const decide = async (field: string) => {
      const line = 'stream: CORPORATE, name: "escalated_to_stage_2", from: "2021-04-01", reason: "A test"';
      const { errors } = await product.ask('admin', `mutation { ${field}(${line}) { __typename } }`);
      expect(errors).toBeUndefined();
      await product.schemas.relay({ onFailure: () => undefined }).drain();
    };
    expect(await escalated()).toEqual({ isListed: true, isRecorded: false });
    await decide('retractCoverage');
    expect(await escalated()).toEqual({ isListed: false, isRecorded: true });
    await decide('restoreCoverage');
    expect(await escalated()).toEqual({ isListed: true, isRecorded: false });
  });
});
