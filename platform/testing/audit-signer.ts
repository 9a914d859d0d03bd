import { createAuditSigner } from '../audit/signer';

/** Signs audit logs in tests. */
export const testAuditSigner = createAuditSigner(['what tests alone sign with, and nobody else']);
