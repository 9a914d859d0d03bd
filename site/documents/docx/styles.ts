import { type IParagraphStyleOptions, type IStylesOptions, LevelFormat, LineRuleType } from 'docx';
import type { CellTone } from '../model/document';

const FONT = 'Arial';
const INK = '0B0C0C';
/** Dark enough on white for everybody to read. */
export const QUIET_INK = '505A5F';
export const HEAD_SHADE = 'E8EDEE';
export const LINE = 'B1B4B6';

/** The shade behind a cell; its words say the same. */
export const SHADES: Readonly<Partial<Record<CellTone, string>>> = {
  GREEN: 'D5EBDD',
  AMBER: 'FFE8B8',
  RED: 'F8D7D3',
};

/** Sizes are in half points, spaces in twentieths of a point. */
const heading = (size: number, before: number) => ({
  run: { font: FONT, size, bold: true, color: INK },
  paragraph: { spacing: { before, after: 120, line: 252, lineRule: LineRuleType.AUTO }, keepNext: true },
});

export const DEFAULT_STYLES: NonNullable<IStylesOptions['default']> = {
  document: {
    run: { font: FONT, size: 22, color: INK, language: { value: 'en-GB' } },
    paragraph: { spacing: { after: 140, line: 276, lineRule: LineRuleType.AUTO } },
  },
  heading1: heading(44, 0),
  heading2: heading(30, 360),
  heading3: heading(25, 280),
  heading4: heading(23, 240),
  heading5: heading(22, 200),
  heading6: heading(22, 200),
  caption: {
    run: { font: FONT, size: 21, bold: true, color: INK },
    paragraph: { spacing: { before: 240, after: 100 }, keepNext: true },
  },
};

/** Styles of this report's own, which whoever edits it finds by their names. */
export const OWN_STYLES: readonly IParagraphStyleOptions[] = [
  { id: 'Quiet', name: 'Quiet', basedOn: 'Normal', run: { color: QUIET_INK, size: 20 } },
  { id: 'Mark', name: 'Mark', basedOn: 'Normal', run: { bold: true, size: 24 } },
  { id: 'Council', name: 'Council', basedOn: 'Normal', run: { size: 24, color: QUIET_INK } },
  {
    ...{ id: 'TableNote', name: 'Table note', basedOn: 'Normal', run: { size: 18, color: QUIET_INK } },
    paragraph: { spacing: { before: 60, after: 60 } },
  },
  {
    ...{ id: 'TableText', name: 'Table text', basedOn: 'Normal', run: { size: 18 } },
    paragraph: { spacing: { before: 30, after: 30, line: 240, lineRule: LineRuleType.AUTO } },
  },
];

const LEVELS = [0, 1, 2, 3, 4, 5, 6, 7, 8];
const INDENT = 360;
/** Where the words of a numbered paragraph begin. */
export const NUMBER_INDENT = 720;

const placed = (level: number) => ({
  paragraph: { indent: { left: NUMBER_INDENT + INDENT * (level + 1), hanging: INDENT } },
});

/** The two kinds of list, each with its levels. */
export const NUMBERING = {
  config: [
    {
      reference: 'points',
      levels: LEVELS.map((level) => ({
        level,
        format: LevelFormat.BULLET,
        text: level % 2 ? '–' : '•',
        style: placed(level),
      })),
    },
    {
      reference: 'numbers',
      levels: LEVELS.map((level) => ({
        level,
        format: LevelFormat.DECIMAL,
        text: `%${level + 1}.`,
        style: placed(level),
      })),
    },
  ],
};
