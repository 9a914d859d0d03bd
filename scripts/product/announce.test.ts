import fs from 'node:fs';
import path from 'node:path';
import { buildSchema } from 'graphql';
import { ROLES } from '../../gateway/entrance/roles';
import { readSettings } from '../../platform/config/settings';
import { announce } from './announce';

/** What a start prints last. */
function announced(isCurrent = true): string {
  let printed = '';
  const write = jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text);
    return true;
  });
  try {
    announce({ settings: readSettings({}), url: 'http://localhost:4000', isCurrent });
  } finally {
    write.mockRestore();
  }
  return printed;
}

const schemaFile = path.join(__dirname, '../../schema/supergraph.graphql');
const supergraph = buildSchema(fs.readFileSync(schemaFile, 'utf8'), { assumeValidSDL: true });

describe('what a start prints last', () => {
  it('is where to ask, and every sign-in that there is', () => {
    const printed = announced();
    expect(printed).toContain('http://localhost:4000/graphql');
    for (const role of ROLES) expect(printed).toMatch(new RegExp(`^  ${role} `, 'm'));
  });

  it('promises the audit log only where it can be asked for', () => {
    const questions = Object.keys(supergraph.getQueryType()?.getFields() ?? {});
    expect(questions).toContain('measures');
    expect(/audit log/i.test(announced())).toBe(questions.some((name) => /audit/i.test(name)));
  });

  it('says where figures have still to follow', () => {
    expect(announced(false)).toContain('Figures still follow');
    expect(announced(true)).toContain('The product is ready.');
  });
});
