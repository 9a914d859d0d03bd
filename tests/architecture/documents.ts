import fs from 'node:fs';
import path from 'node:path';

const DECISIONS = 'docs/decisions';
const SECTIONS = ['Status', 'Context', 'Decision', 'Consequences'];
const MOST_LINES = 80;
const FEWEST_WORDS = 80;

/** What is wrong with the decisions in docs/decisions: their names, their parts, their index. Sentences. */
export function decisionProblems(root: string): string[] {
  const folder = path.join(root, DECISIONS);
  const files = fs.readdirSync(folder).filter((file) => file !== 'README.md');
  const index = fs.readFileSync(path.join(folder, 'README.md'), 'utf8');
  return [
    ...numberProblems(files),
    ...files.flatMap((file) => {
      const text = fs.readFileSync(path.join(folder, file), 'utf8');
      const unlisted = index.includes(`](${file})`)
        ? []
        : [`${file} is not in the index (${DECISIONS}/README.md)`];
      return [...partProblems(file, text), ...unlisted];
    }),
  ];
}

function numberProblems(files: readonly string[]): string[] {
  const misnamed = files.filter((file) => !/^\d{4}-[a-z0-9-]+\.md$/.test(file));
  const numbers = files.map((file) => file.slice(0, 4));
  const twice = files.filter((file, place) => numbers.indexOf(file.slice(0, 4)) !== place);
  return [
    ...misnamed.map((file) => `${file} is not named NNNN-words-of-it.md`),
    ...twice.map((file) => `${file} has a number that another decision has`),
  ];
}

function partProblems(file: string, text: string): string[] {
  const lines = text.split('\n');
  const heading = `# ${Number(file.slice(0, 4))}. `;
  const problems = SECTIONS.filter((section) => sectionOf(text, section) === '').map(
    (section) => `${file} says nothing under “## ${section}”`,
  );
  if (!text.startsWith(heading)) problems.push(`${file} does not begin with “${heading}…”`);
  if (!/^Date: \d{4}-\d{2}-\d{2}$/m.test(text)) problems.push(`${file} has no line “Date: YYYY-MM-DD”`);
  if (lines.length - 1 > MOST_LINES) problems.push(`${file} is longer than ${MOST_LINES} lines`);
  if (text.split(/\s+/).length < FEWEST_WORDS) problems.push(`${file} says too little to be of use`);
  return problems;
}

function sectionOf(text: string, section: string): string {
  const [, after = ''] = text.split(`\n## ${section}\n`);
  return (after.split('\n## ')[0] ?? '').trim();
}

/** Links in the Markdown files of `files` that lead to no file or heading, as sentences. Addresses are not asked. */
export function deadLinks(root: string, files: readonly string[]): string[] {
  return files
    .filter((file) => file.endsWith('.md'))
    .flatMap((file) => {
      const text = withoutCode(fs.readFileSync(path.join(root, file), 'utf8'));
      const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link ?? '');
      return links.filter((link) => !leadsSomewhere(root, file, link)).map((link) => `${file}: ${link}`);
    });
}

function leadsSomewhere(root: string, file: string, link: string): boolean {
  if (/^(https?|mailto):/.test(link)) return true;
  const [target = '', anchor] = link.split('#');
  const at = target === '' ? path.join(root, file) : path.join(root, path.dirname(file), target);
  if (!fs.existsSync(at)) return false;
  return (
    anchor === undefined || !at.endsWith('.md') || headings(fs.readFileSync(at, 'utf8')).includes(anchor)
  );
}

/** The anchors of a file's headings: lower case, spaces as hyphens, other signs left out. */
function headings(text: string): string[] {
  return [...withoutCode(text).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  );
}

const PLACES =
  /^(bench|casework|counting|demo|deploy|docs|domain|gateway|imports|platform|schema|scripts|starters|subgraphs|tests)\/[\w./-]*$/;

/** Files and folders of ours that Markdown files name in code but that are not there, as sentences. */
export function missingPlaces(root: string, files: readonly string[]): string[] {
  return files
    .filter((file) => file.endsWith('.md'))
    .flatMap((file) => {
      const text = fs.readFileSync(path.join(root, file), 'utf8').replace(/^```[\s\S]*?^```/gm, '');
      const named = [...text.matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code);
      const missing = named.filter((code) => PLACES.test(code) && !fs.existsSync(path.join(root, code)));
      return missing.map((code) => `${file}: ${code}`);
    });
}

const withoutCode = (text: string): string =>
  text.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, '');
