import path from 'node:path';
import { Environment, FileSystemLoader } from 'nunjucks';

/** Makes a page of a template and what it shows. */
export type Render = (template: string, view: object) => string;

/** Renders templates of `site/views` below `root`; whatever they show is escaped unless a template says otherwise. */
export function createRenderer(root: string, globals: Readonly<Record<string, unknown>>): Render {
  const environment = new Environment(new FileSystemLoader(path.join(root, 'site', 'views')), {
    autoescape: true,
    trimBlocks: true,
    lstripBlocks: true,
  });
  for (const [name, value] of Object.entries(globals)) environment.addGlobal(name, value);
  return (template, view) => environment.render(template, view);
}
