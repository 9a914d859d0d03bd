import type { CellTone } from '../model/document';

/** How a cell looks, in the order of the workbook's own list. */
const STYLES = [
  'PLAIN',
  'TITLE',
  'HEAD',
  'WRAPPED',
  'COUNT',
  'DECIMAL',
  'RATE',
  'RATE_TENTHS',
  'QUIET',
  'GREEN',
  'AMBER',
  'RED',
] as const;
export type SheetStyle = (typeof STYLES)[number];

/** A cell of a sheet: words or a number. */
export type SheetCell =
  | { readonly text: string; readonly style: SheetStyle }
  | { readonly value: number; readonly style: SheetStyle };

export const toneStyle = (tone: CellTone): SheetStyle => (tone === 'PLAIN' ? 'WRAPPED' : tone);

/** The number by which a sheet names a look. */
export const styleNumber = (style: SheetStyle): number => STYLES.indexOf(style);

const FONTS = [
  '<font><sz val="11"/><name val="Arial"/></font>',
  '<font><b/><sz val="14"/><name val="Arial"/></font>',
  '<font><b/><sz val="11"/><name val="Arial"/></font>',
  '<font><i/><sz val="11"/><color rgb="FF505A5F"/><name val="Arial"/></font>',
];
/** Two come first in every workbook; then the shades of a heading, of green, of amber and of red. */
const FILLS = ['FFE8EDEE', 'FFD5EBDD', 'FFFFE8B8', 'FFF8D7D3'];
const WRAP = '<alignment vertical="top" wrapText="1"/>';
const RIGHT = '<alignment horizontal="right" vertical="top"/>';

const look = ({ font = 0, fill = 0, format = 0, alignment = WRAP }): string =>
  // The prefix has a text stay a text when somebody edits it, whatever it begins with.
  `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1"${format === 0 ? ' quotePrefix="1"' : ''}>${alignment}</xf>`;

const LOOKS: Readonly<Record<SheetStyle, string>> = {
  PLAIN: '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  TITLE: look({ font: 1, alignment: '<alignment vertical="top"/>' }),
  HEAD: look({ font: 2, fill: 2 }),
  WRAPPED: look({}),
  COUNT: look({ format: 3, alignment: RIGHT }),
  DECIMAL: look({ format: 164, alignment: RIGHT }),
  RATE: look({ format: 9, alignment: RIGHT }),
  RATE_TENTHS: look({ format: 165, alignment: RIGHT }),
  QUIET: look({ font: 3, alignment: '<alignment horizontal="left" vertical="top"/>' }),
  GREEN: look({ fill: 3 }),
  AMBER: look({ fill: 4 }),
  RED: look({ fill: 5 }),
};

const list = (name: string, each: readonly string[]): string =>
  `<${name} count="${each.length}">${each.join('')}</${name}>`;

/** The looks of a workbook, as its file of styles has them. */
export const STYLES_XML = [
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
  list('numFmts', [
    '<numFmt numFmtId="164" formatCode="#,##0.0"/>',
    '<numFmt numFmtId="165" formatCode="0.0%"/>',
  ]),
  list('fonts', FONTS),
  list('fills', [
    '<fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>',
    ...FILLS.map(
      (rgb) => `<fill><patternFill patternType="solid"><fgColor rgb="${rgb}"/></patternFill></fill>`,
    ),
  ]),
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  list(
    'cellXfs',
    STYLES.map((style) => LOOKS[style]),
  ),
  '</styleSheet>',
].join('');
