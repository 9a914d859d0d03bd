// Reads a PDF as a reader's software does, in a process of its own: what it says of itself, and its tags with their words.
import fs from 'node:fs';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

const read = await getDocument({ data: new Uint8Array(fs.readFileSync(0)), verbosity: 0 }).promise;
const { info } = await read.getMetadata();
const pages = [];
for (let number = 1; number <= read.numPages; number += 1)
  pages.push(await pageOf(await read.getPage(number)));
process.stdout.write(
  JSON.stringify({
    title: info.Title,
    language: info.Language,
    isTagged: (await read.getMarkInfo())?.Marked === true,
    preferences: await read.getViewerPreferences(),
    outline: outlineOf(await read.getOutline()),
    pages,
  }),
);

/** The elements of a page with the words that are marked as theirs, and the words that are marked as nobody's. */
async function pageOf(page) {
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const words = new Map();
  const artifacts = [];
  const open = [];
  for (const item of items) {
    if (item.type?.startsWith('beginMarkedContent')) open.push(item.id ?? item.tag);
    else if (item.type === 'endMarkedContent') open.pop();
    else if (open.at(-1) === 'Artifact') artifacts.push(item.str);
    else words.set(open.at(-1), (words.get(open.at(-1)) ?? '') + item.str + (item.hasEOL ? ' ' : ''));
  }
  const [, , width, height] = page.view;
  return {
    elements: elementOf(await page.getStructTree(), words),
    artifacts,
    isLandscape: width > height,
  };
}

function elementOf({ role, children, type, id }, words) {
  if (type === 'content') return words.get(id) ?? '';
  return { role, children: children.map((child) => elementOf(child, words)) };
}

function outlineOf(items) {
  return (items ?? []).map(({ title, items: below }) => ({ title, items: outlineOf(below) }));
}
