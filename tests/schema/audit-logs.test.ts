import fs from 'node:fs';
import path from 'node:path';
import { AUDIT_ACTIONS } from '../../platform/audit/actions';
import { publicParts, publicSchema } from './public-schema';

const read = (file: string) => fs.readFileSync(path.join(__dirname, '../..', file), 'utf8');
const parts = publicParts(publicSchema(read('schema/supergraph.graphql')));
const LOGS = [...read('tests/architecture/database.snapshot.txt').matchAll(/^table (\w+)\.audit_entry:/gm)];

describe('audit logs', () => {
  it('are each open to auditors by a field of their own, and to nobody else', () => {
    const fields = new Map(parts.map(({ name, scopes }) => [name, scopes]));
    const opened = LOGS.map(([, part]) => [part, fields.get(`Query.${part}AuditEntries`)]);
    expect(opened).toEqual(LOGS.map(([, part]) => [part, [['audit']]]));
    expect(LOGS.map(([, part]) => part)).toEqual(
      expect.arrayContaining(['adults', 'childrens', 'corporate', 'directory', 'intake', 'schools']),
    );
  });

  it('hold the actions that the schema describes', () => {
    const described = parts.flatMap(({ name }) => /^AuditAction\.(\w+)$/.exec(name)?.[1] ?? []);
    expect([...described].sort()).toEqual([...AUDIT_ACTIONS].sort());
  });
});
