/** What of pdfkit is used here: it has no types of its own for tags. Measures are points, from the top left corner. */
declare module 'pdfkit' {
  import type { Readable } from 'node:stream';

  namespace PDFDocument {
    interface Options {
      /** PDF/UA says in the file that it keeps to that standard. */
      readonly subset: 'PDF/UA';
      readonly pdfVersion: '1.7';
      readonly tagged: true;
      readonly lang: string;
      readonly displayTitle: true;
      readonly autoFirstPage: false;
      /** Pages are kept until the end, so that each can say how many there are. */
      readonly bufferPages: true;
      /** None before the first is named. */
      readonly font: null;
      readonly info: { readonly Title: string; readonly Author: string; readonly CreationDate: Date };
    }

    interface StructureOptions {
      readonly title?: string;
      readonly scope?: 'Row' | 'Column';
    }

    /** What an element holds: another, or what is drawn when it is added. */
    type StructureChild = Structure | (() => void);

    interface Structure {
      add(child: StructureChild): this;
      end(): void;
    }

    interface Outline {
      addItem(title: string): Outline;
    }

    /** What was read of a font's file; another document takes it in place of the file. */
    interface FontProgram {
      hasGlyphForCodePoint(codePoint: number): boolean;
      layout(text: string): unknown;
    }

    interface Font {
      readonly font: FontProgram;
    }
  }

  class PDFDocument extends Readable {
    constructor(options: PDFDocument.Options);
    readonly outline: PDFDocument.Outline;
    readonly page: { readonly layout: 'portrait' | 'landscape' };
    readonly _font: PDFDocument.Font;
    addPage(options: {
      readonly size: 'A4';
      readonly layout: 'portrait' | 'landscape';
      /** Nothing is broken by pdfkit itself: each line is put where it stands. */
      readonly margin: 0;
    }): this;
    bufferedPageRange(): { readonly start: number; readonly count: number };
    switchToPage(place: number): unknown;
    registerFont(name: string, source: string | PDFDocument.FontProgram): this;
    font(name: string): this;
    fontSize(points: number): this;
    fillColor(color: string): this;
    text(
      text: string,
      x: number,
      y: number,
      options: { readonly lineBreak: false; readonly baseline: 'alphabetic' },
    ): this;
    widthOfString(text: string): number;
    rect(x: number, y: number, width: number, height: number): this;
    fill(color: string): this;
    struct(type: string, options?: PDFDocument.StructureOptions): PDFDocument.Structure;
    addStructure(element: PDFDocument.Structure): this;
    markContent(tag: 'Artifact', options: { readonly type: 'Pagination' | 'Layout' }): this;
    endMarkedContent(): this;
    end(): void;
  }

  export = PDFDocument;
}
