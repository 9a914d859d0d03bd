import type { AuditPage } from '../../platform/audit/audit-entries';
import type { ListPage } from '../../platform/lists/list';
import type { AgreementShown } from './agreements/read-agreements';
import type { KeyShown } from './keys/read-keys';
import type { PartnerEventRow, PartnerRequestRow, WebhookDeliveryRow } from './tables';
import type { WebhookShown } from './webhooks/read-webhooks';

/** What stands behind each type of the schema. */
export type ApiKeyMapper = KeyShown;
export type ApiKeyConnectionMapper = ListPage<KeyShown>;
export type AgreementMapper = AgreementShown;
export type AgreementVersionMapper = AgreementShown;
export type AgreementKeyMapper = KeyShown;
export type AgreementConnectionMapper = ListPage<AgreementShown>;
export type PartnerEventMapper = PartnerEventRow;
export type PartnerEventConnectionMapper = ListPage<PartnerEventRow>;
export type WebhookMapper = WebhookShown;
export type WebhookDeliveryMapper = WebhookDeliveryRow;
export type PartnerRequestMapper = PartnerRequestRow;
export type PartnerRequestConnectionMapper = ListPage<PartnerRequestRow>;
export type AuditEntryConnectionMapper = AuditPage;
