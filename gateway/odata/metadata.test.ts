import { readFileSync } from 'node:fs';
import path from 'node:path';
import { xml2json } from 'odata-csdl';
import { validateXML } from 'xmllint-wasm';
import { figureSets } from '../../contracts/figure-sets';
import { RECORD_SETS } from '../../contracts/record-sets/record-sets';
import { readFigureSchema } from '../exports/figures';
import { restrictionsOf } from './annotations';
import { readEntitySets } from './entity-sets';
import { metadataJson } from './metadata-json';
import { metadataXml } from './metadata-xml';

const supergraph = readFileSync(path.join(__dirname, '../../schema/supergraph.graphql'), 'utf8');
const SETS = readEntitySets(RECORD_SETS, figureSets, readFigureSchema(supergraph));
const schemas = path.dirname(require.resolve('odata-csdl/schemas/edmx.xsd'));
const schemaNamed = (fileName: string) => ({
  fileName,
  contents: readFileSync(path.join(schemas, fileName), 'utf8'),
});

const faultsOf = async (xml: string) =>
  (
    await validateXML({
      xml: { fileName: 'metadata.xml', contents: xml },
      schema: schemaNamed('edmx.xsd'),
      preload: schemaNamed('edm.xsd'),
    })
  ).errors.map(({ message }) => message);

describe('$metadata', () => {
  it('is what the schemas of OASIS want', async () => {
    expect(await faultsOf(metadataXml(SETS))).toEqual([]);
    const wrong = metadataXml(SETS).replace(
      '<Property Name="id" Type="Edm.String"',
      '<Property Type="Edm.String"',
    );
    expect(await faultsOf(wrong)).toEqual([expect.stringContaining("The attribute 'Name' is required")]);
  });

  it('says the same in JSON as OASIS reads in the XML', () => {
    const [read, told] = [xml2json(metadataXml(SETS)), JSON.parse(metadataJson(SETS))];
    expect(read).toMatchObject({ $Version: '4.0', CouncilComplaints: told.CouncilComplaints });
    expect(read.$Reference).toEqual(told.$Reference);
  });

  it('names each set, its key, its properties and what they mean, and what cannot be done with it', () => {
    const { CouncilComplaints: schema } = JSON.parse(metadataJson(SETS));
    expect(SETS.map(({ name, type }) => `${name} ${type}`)).toEqual([
      ...['Stages Stage', 'Complaints Complaint', 'OmbudsmanCases OmbudsmanCase', 'Calls Call'],
      ...['RemovedStages RemovedStage', 'RemovedComplaints RemovedComplaint'],
      ...['RemovedOmbudsmanCases RemovedOmbudsmanCase', 'RemovedCalls RemovedCall'],
      ...['MonthlyFigures MonthlyFigure', 'QuarterlyFigures QuarterlyFigure'],
    ]);
    for (const { type, properties } of SETS) {
      expect(schema[type].$Key).toEqual(['id']);
      for (const { name } of properties) expect(schema[type][name]['@Core.Description']).toMatch(/\w{3}/);
    }
    expect(schema.Stage.changedAt).toMatchObject({ $Type: 'Edm.DateTimeOffset', $Precision: 3 });
    expect(schema.MonthlyFigure.inTimeRate).toMatchObject({ $Type: 'Edm.Double', $Nullable: true });
    const { Stages } = schema.Service;
    expect(Stages['@Capabilities.SkipSupported']).toBe(false);
    expect(Stages['@Capabilities.SortRestrictions'].NonSortableProperties).not.toContain('receivedOn');
  });

  it('says of no property that it can be sorted by where no index gives that', () => {
    const figures = SETS.find(({ name }) => name === 'MonthlyFigures');
    if (figures === undefined) throw new Error('There are figures by month');
    expect(restrictionsOf(figures)['Capabilities.SortRestrictions']).toEqual({
      Sortable: true,
      NonSortableProperties: { paths: figures.properties.slice(1).map(({ name }) => name) },
    });
  });
});
