import path from 'node:path';
import { readTools } from './read-tools';

const root = path.join(__dirname, '..', '..', '..');

describe('the tools', () => {
  it('have a page and files each, by their places', () => {
    const tools = readTools(root);
    for (const { id, steps, files } of tools) {
      expect([id, steps.startsWith('# Connect ')]).toEqual([id, true]);
      expect([id, files.length > 0]).toEqual([id, true]);
    }
    const superset = tools.find(({ id }) => id === 'superset')?.files.map(({ place }) => place);
    expect(superset).toContain('datasets/Council_complaints/quarterly_figures.yaml');
  });

  it('are missed at the start, where they are not there', () => {
    expect(() => readTools(__dirname)).toThrow('connect-power-bi.md');
  });
});
