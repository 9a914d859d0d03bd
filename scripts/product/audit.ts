import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { publishToAddress, publishToFile } from '../../platform/audit/seals/heads';
import { keepSealing } from '../../platform/audit/seals/keep-sealing';
import { type AuditSigner, createAuditSigner } from '../../platform/audit/signer';
import type { Settings } from '../../platform/config/settings';
import { secretFile } from '../../platform/files/secret-file';
import type { Logger } from '../../platform/logging/logger';
import type { Schemas } from '../../subgraphs/schemas';

const KEY_BYTES = 32;
const KEY_FILE = 'audit-key';

/** What audit logs are signed with: the keys of the settings, or one in the data directory, made at its first use. */
export async function openAuditSigner({ audit, dataDirectory }: Settings): Promise<AuditSigner> {
  if (audit.keys.length > 0) return createAuditSigner(audit.keys);
  const made = () => randomBytes(KEY_BYTES).toString('base64');
  return createAuditSigner([await secretFile(path.join(dataDirectory, KEY_FILE), made)]);
}

/** Seals the audit logs of the parts that run here, and publishes the seals, until it is stopped. */
export function startSealing(
  { settings: { audit }, logger }: { readonly settings: Settings; readonly logger: Logger },
  { schemas, parts }: { readonly schemas: Schemas; readonly parts: readonly { readonly name: string }[] },
): { stop(): Promise<void> } {
  return keepSealing({
    schemas: parts.map(({ name }) => ({ schema: name, dataSource: schemas.of(name) })),
    publish: [
      publishToFile(audit.headsFile),
      ...(audit.headsUrl === null ? [] : [publishToAddress(audit.headsUrl)]),
    ],
    logger,
  });
}
