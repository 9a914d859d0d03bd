import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import { excelText } from '../../../platform/files/excel-text';
import type { ReportDocument } from '../model/document';
import { type Sheet, sheetsOf } from './sheets';
import { type SheetCell, STYLES_XML, styleNumber } from './styles';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** A report as a workbook: a sheet that says what it is, one of its words, and one for each table with figures as numbers. */
export async function writeXlsxDocument(document: ReportDocument): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [place, xml] of partsOf(document))
    zip.addBuffer(Buffer.from(XML + xml), place, { compressionLevel: 1 });
  zip.end();
  return buffer(zip.outputStream);
}

function partsOf(document: ReportDocument): (readonly [place: string, xml: string])[] {
  const sheets = sheetsOf(document);
  return [
    ['[Content_Types].xml', contentTypes(sheets.length)],
    [
      '_rels/.rels',
      `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
    ],
    [
      'docProps/core.xml',
      `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${excelText(document.title)}</dc:title><dc:creator>${excelText(document.council)}</dc:creator><dc:language>${document.language}</dc:language></cp:coreProperties>`,
    ],
    ['xl/workbook.xml', workbook(sheets)],
    ['xl/_rels/workbook.xml.rels', relations(sheets.length)],
    ['xl/styles.xml', STYLES_XML],
    ...sheets.map((sheet, place) => [`xl/worksheets/sheet${place + 1}.xml`, sheetXml(sheet)] as const),
  ];
}

const numbers = (count: number): number[] => Array.from({ length: count }, (_, place) => place + 1);

const contentTypes = (count: number): string =>
  `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>${numbers(
    count,
  )
    .map(
      (each) => `<Override PartName="/xl/worksheets/sheet${each}.xml" ContentType="${TYPE}.worksheet+xml"/>`,
    )
    .join('')}</Types>`;

/** Each table's heads are repeated on each printed page. */
const workbook = (sheets: readonly Sheet[]): string =>
  `<workbook xmlns="${SHEET}" xmlns:r="${OFFICE}"><sheets>${sheets
    .map(
      ({ name }, place) => `<sheet name="${attribute(name)}" sheetId="${place + 1}" r:id="rId${place + 1}"/>`,
    )
    .join('')}</sheets><definedNames>${sheets
    .map(
      ({ name, headRows }, place) =>
        `<definedName name="_xlnm.Print_Titles" localSheetId="${place}">'${attribute(name)}'!$1:$${headRows}</definedName>`,
    )
    .join('')}</definedNames></workbook>`;

const relations = (count: number): string =>
  `<Relationships xmlns="${PACKAGE}/relationships">${numbers(count)
    .map(
      (each) =>
        `<Relationship Id="rId${each}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${each}.xml"/>`,
    )
    .join(
      '',
    )}<Relationship Id="rId${count + 1}" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`;

const attribute = (text: string): string => excelText(text).replaceAll('"', '&quot;');

function sheetXml({ rows, widths, headRows, isLandscape }: Sheet): string {
  const columns = widths.map(
    (width, place) => `<col min="${place + 1}" max="${place + 1}" width="${width}" customWidth="1"/>`,
  );
  return [
    `<worksheet xmlns="${SHEET}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"><pane ySplit="${headRows}" topLeftCell="A${headRows + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`,
    `<cols>${columns.join('')}</cols><sheetData>`,
    ...rows.map((row) => `<row>${row.map(cellXml).join('')}</row>`),
    `</sheetData><pageSetup paperSize="9" orientation="${isLandscape ? 'landscape' : 'portrait'}" fitToWidth="1" fitToHeight="0"/></worksheet>`,
  ].join('');
}

const cellXml = (cell: SheetCell): string =>
  'value' in cell
    ? `<c s="${styleNumber(cell.style)}"><v>${cell.value}</v></c>`
    : `<c s="${styleNumber(cell.style)}" t="inlineStr"><is><t xml:space="preserve">${excelText(cell.text)}</t></is></c>`;
