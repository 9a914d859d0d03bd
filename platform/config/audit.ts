import path from 'node:path';
import { z } from 'zod';
import { httpUrl, plainText, secrets } from './fields';
import { hideSecrets } from './hide-secrets';

/** How audit logs can be shown to have been kept. */
export const auditModel = z.object({
  AUDIT_KEY: secrets.prefault(''),
  AUDIT_HEADS_FILE: plainText.optional(),
  AUDIT_HEADS_URL: httpUrl.optional(),
});

export interface AuditSettings {
  /** What entries are signed with: the first; the others are keys of before. None for one that is made in `dataDirectory`. */
  readonly keys: readonly string[];
  /** Where the newest seal of each log is written, outside the database. Absolute. */
  readonly headsFile: string;
  /** Where it is sent, too; null for nowhere. */
  readonly headsUrl: string | null;
}

/** The settings of audit logs as the product uses them. */
export const auditSettings = (
  { AUDIT_KEY, AUDIT_HEADS_FILE, AUDIT_HEADS_URL }: z.output<typeof auditModel>,
  dataDirectory: string,
): AuditSettings =>
  hideSecrets(
    {
      keys: AUDIT_KEY,
      headsFile: path.resolve(AUDIT_HEADS_FILE ?? path.join(dataDirectory, 'audit-heads.jsonl')),
      headsUrl: AUDIT_HEADS_URL ?? null,
    },
    ['keys', 'headsUrl'],
  );
