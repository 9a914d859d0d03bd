import path from 'node:path';
import { compile } from 'sass';
import { type GeneratedFile, isThere, type Project } from './project';

/** Where the style sheet is written from, and what it is written to. */
const SOURCE = 'site/styles/site.scss';
const WRITTEN = 'site/assets/site.css';

const HEADER = '/* Written by `npm run generate`; what is changed here is lost. */\n';

/** The site's style sheet, made of its own styles and those of govuk-frontend; none where there is no site. */
export function siteStyle({ root }: Project): GeneratedFile[] {
  if (!isThere(root, SOURCE)) return [];
  const { css } = compile(path.join(root, SOURCE), {
    style: 'compressed',
    loadPaths: [path.join(root, 'node_modules')],
    quietDeps: true,
  });
  return [{ path: WRITTEN, text: `${HEADER}${css}\n` }];
}
