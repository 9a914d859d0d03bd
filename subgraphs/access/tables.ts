import {
  bigint,
  boolean,
  day,
  instant,
  int,
  key,
  nullable,
  references,
  text,
  texts,
} from '../../platform/tables/columns';
import { defineTable, type RowIn } from '../../platform/tables/define-table';

/** A key of a program: what it is for and what it opens. Nothing of its secret. */
export const apiKey = defineTable({
  schema: 'access',
  name: 'api_key',
  columns: {
    id: key(text()),
    name: text(),
    owner: text(),
    role: text(),
    streams: texts(),
    services: texts(),
    partner: nullable(text()),
    addresses: texts(),
    /** The command that made it: asked again, it makes no other. */
    command: text(),
    made_by: text(),
    made_at: instant(),
    expires_at: instant(),
    rotated_from: nullable(text()),
    /** Whether it opens made-up records alone, those of the sandbox. */
    is_sandbox: boolean(),
    revoked_by: nullable(text()),
    revoked_at: nullable(instant()),
    revoked_because: nullable(text()),
  },
  indices: [{ name: 'api_key_by_command', columns: ['command'], unique: true }],
  checks: [{ name: 'api_key_sandbox_of_partner', expression: '((NOT is_sandbox) OR (partner IS NOT NULL))' }],
});
export type ApiKeyRow = RowIn<typeof apiKey>;

/** The hash of a key's secret, apart from what people may see of the key. */
export const keySecret = defineTable({
  schema: 'access',
  name: 'key_secret',
  columns: {
    key_id: key(references(text(), 'access.api_key', 'key_secret_key_id_fkey')),
    /** SHA-256, in hexadecimal. */
    hash: text(),
  },
});

/** How a key was used, by the hour: added up by gateways. */
export const keyUse = defineTable({
  schema: 'access',
  name: 'key_use',
  columns: {
    key_id: key(references(text(), 'access.api_key', 'key_use_key_id_fkey')),
    last_used_at: nullable(instant()),
    refused: int(),
    last_refused_at: nullable(instant()),
  },
});

/** An agreement with a partner as it stood at one version. The newest is what holds. */
export const agreement = defineTable({
  schema: 'access',
  name: 'agreement',
  columns: {
    partner: key(text()),
    version: key(int()),
    name: text(),
    purpose: text(),
    lawful_basis: text(),
    streams: texts(),
    /** What of the graph: names of `AgreementPart`. */
    parts: texts(),
    small_numbers_below: nullable(int()),
    starts_on: day(),
    ends_on: day(),
    signed_for_council: text(),
    signed_for_partner: text(),
    made_by: text(),
    made_at: instant(),
    ended_by: nullable(text()),
    ended_at: nullable(instant()),
    ended_because: nullable(text()),
  },
});
export type AgreementRow = RowIn<typeof agreement>;

/** A request that came with a credential of a partner. */
export const partnerRequest = defineTable({
  schema: 'access',
  name: 'partner_request',
  columns: {
    /** Made by the gateway that answered it. */
    id: key(text()),
    at: instant(),
    partner: text(),
    credential: text(),
    by_key: boolean(),
    door: text(),
    asked: texts(),
    status: int(),
  },
  indices: [
    { name: 'partner_request_by_partner', columns: ['partner', 'at', 'id'] },
    { name: 'partner_request_by_time', columns: ['at', 'id'] },
  ],
});
export type PartnerRequestRow = RowIn<typeof partnerRequest>;

/** What happened to a record of a partner. */
export type PartnerEventKind = 'CASE_RECORDED' | 'CASE_CHANGED' | 'CASE_REMOVED';

/** What a partner is told, in the order in which it is. */
export const partnerEvent = defineTable({
  schema: 'access',
  name: 'partner_event',
  columns: {
    place: key(bigint()),
    /** The same however often it is told. */
    id: text(),
    partner: text(),
    stream: nullable(text()),
    kind: text<PartnerEventKind>(),
    subject: text(),
    at: instant(),
  },
  indices: [
    { name: 'partner_event_by_id', columns: ['id'], unique: true },
    { name: 'partner_event_by_time', columns: ['at'] },
  ],
});
export type PartnerEventRow = RowIn<typeof partnerEvent>;

/** Whose a case was when it was last told of; only cases that were a partner's. */
export const partnerCase = defineTable({
  schema: 'access',
  name: 'partner_case',
  columns: {
    id: key(text()),
    partner: nullable(text()),
    stream: nullable(text()),
    version: bigint(),
  },
});
export type PartnerCaseRow = RowIn<typeof partnerCase>;

/** An address that a partner is told of events at, and how far it was told. */
export const webhook = defineTable({
  schema: 'access',
  name: 'webhook',
  columns: {
    id: key(text()),
    partner: text(),
    url: text(),
    command: text(),
    made_by: text(),
    made_at: instant(),
    ended_by: nullable(text()),
    ended_at: nullable(instant()),
    /** The place of the newest event that was taken. */
    told_to: bigint(),
    /** How often the next one was not. */
    attempts: int(),
    due_at: instant(),
    /** Until when nobody else sends to it. */
    leased_until: nullable(instant()),
    stopped_at: nullable(instant()),
    stopped_because: nullable(text()),
    /** The id of a test event that waits to be sent. */
    test_event: nullable(text()),
  },
  indices: [{ name: 'webhook_by_command', columns: ['command'], unique: true }],
});
export type WebhookRow = RowIn<typeof webhook>;

/** What messages to an address are signed with: as it is, since it signs. */
export const webhookSecret = defineTable({
  schema: 'access',
  name: 'webhook_secret',
  columns: {
    command: key(text()),
    webhook_id: references(text(), 'access.webhook', 'webhook_secret_webhook_id_fkey'),
    secret: text(),
    made_at: instant(),
    ends_at: nullable(instant()),
  },
});

/** One sending of an event to an address. */
export const webhookDelivery = defineTable({
  schema: 'access',
  name: 'webhook_delivery',
  columns: {
    id: key(bigint()),
    webhook_id: references(text(), 'access.webhook', 'webhook_delivery_webhook_id_fkey'),
    partner: text(),
    event_id: text(),
    at: instant(),
    status: nullable(int()),
    failure: nullable(text()),
  },
  indices: [{ name: 'webhook_delivery_by_webhook', columns: ['webhook_id'] }],
});
export type WebhookDeliveryRow = RowIn<typeof webhookDelivery>;

/** When nothing will be missing any more of what a caller may ask of a budget. */
export const callerAllowance = defineTable({
  schema: 'access',
  name: 'caller_allowance',
  columns: {
    budget: key(text()),
    caller: key(text()),
    full_at: instant(),
  },
});
