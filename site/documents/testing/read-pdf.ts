import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { z } from 'zod';

/** An element of a PDF's structure: what it is, and the words and elements in it. */
export interface Element {
  readonly role: string;
  readonly children: readonly (string | Element)[];
}

const element: z.ZodType<Element> = z.lazy(() =>
  z.object({ role: z.string(), children: z.array(z.union([z.string(), element])) }),
);
const entry = z.object({ title: z.string(), items: z.array(z.object({ title: z.string() })) });
const pdf = z.object({
  title: z.string(),
  language: z.string(),
  isTagged: z.boolean(),
  preferences: z.record(z.string(), z.unknown()).nullable(),
  outline: z.array(entry),
  pages: z.array(
    z.object({
      elements: element,
      artifacts: z.array(z.string()),
      isLandscape: z.boolean(),
    }),
  ),
});
export type ReadPdf = z.infer<typeof pdf>;

/** Reads a PDF with software that is not ours. */
export function readPdf(file: Buffer): ReadPdf {
  const { stdout, stderr, status } = spawnSync(process.execPath, [path.join(__dirname, 'pdf-tags.mjs')], {
    ...{ input: file, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 },
  });
  if (status !== 0) throw new Error(`The PDF could not be read: ${stderr}`);
  return pdf.parse(JSON.parse(stdout));
}

/** Every element of a role, in the order in which it is heard. */
export function elementsOf(root: Element, role: string): Element[] {
  const below = root.children.flatMap((child) => (typeof child === 'string' ? [] : elementsOf(child, role)));
  return root.role === role ? [root, ...below] : below;
}

/** What an element says, its lines one after another. */
export const wordsOf = (element: Element): string => heard(element).replace(/ +/g, ' ').trim();

const heard = ({ children }: Element): string =>
  children.map((child) => (typeof child === 'string' ? child : heard(child))).join('');
