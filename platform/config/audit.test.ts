import { inspect } from 'node:util';
import { auditModel, auditSettings } from './audit';

const KEY = 'a'.repeat(32);
const OLD = 'b'.repeat(44);

describe('the settings of audit logs', () => {
  it('write seals into the data directory, and make a key there, where nothing is set', () => {
    expect(auditSettings(auditModel.parse({}), '/data')).toMatchObject({
      ...{ keys: [], headsFile: '/data/audit-heads.jsonl', headsUrl: null },
    });
  });

  it('take several keys, the newest first, and show none', () => {
    const settings = auditSettings(
      auditModel.parse({
        AUDIT_KEY: `${KEY}  ${OLD}`,
        AUDIT_HEADS_URL: 'https://archive.example.gov.uk/heads',
      }),
      '/data',
    );
    expect(settings.keys).toEqual([KEY, OLD]);
    expect(inspect(settings) + JSON.stringify(settings)).not.toMatch(/aaa|bbb|archive/);
  });

  it('take no key that could be guessed, as little behind a good one', () => {
    for (const AUDIT_KEY of ['short', `${KEY} short`])
      expect(auditModel.safeParse({ AUDIT_KEY }).error?.issues[0]?.message).toContain('could be guessed');
  });
});
