import type { List } from '../../../platform/lists/list';
import { lockName } from '../../../platform/transaction/lock-name';
import type { Transaction } from '../../../platform/transaction/transaction';
import { KEYS, type KeyShown } from '../keys/read-keys';
import type { AgreementRow } from '../tables';

/** How an agreement stands, as the schema has it. */
export type AgreementState = 'TO_COME' | 'IN_FORCE' | 'OVER' | 'ENDED';

/** A version of an agreement with how it stands. */
export type AgreementShown = AgreementRow & { readonly state: AgreementState };

/**
 * Days are the council's, by the clock of the database, which all gateways share: a date that the product is set to for
 * figures lets nobody in.
 */
const VERSIONS = `(select a.*, case when a.ended_at is not null then 'ENDED' when today.day < a.starts_on then 'TO_COME'
      when today.day > a.ends_on then 'OVER' else 'IN_FORCE' end as state,
    row_number() over (partition by a.partner order by a.version desc) = 1 as is_newest
  from access.agreement a, (select (now() at time zone 'Europe/London')::date as day) today) agreement`;
/** SQL for the agreements as they stand, without a name for them. */
export const NEWEST_AGREEMENTS = `(select * from ${VERSIONS} where is_newest)`;
const NEWEST = `${NEWEST_AGREEMENTS} agreement`;
const MOST = 200;

/** Agreements as they stand, by partner. */
export const AGREEMENT_LIST: List<AgreementShown, AgreementShown> = {
  field: 'agreements',
  table: NEWEST,
  order: { partner: 'text' },
  direction: 'asc',
  select: (rows) => `select * from ${NEWEST} ${rows}`,
  keyOf: ({ partner }) => [partner],
  nodeOf: (agreement) => agreement,
};

/** The agreement with a partner as it stands; null where there never was one that the caller may see. */
export async function readAgreement(
  transaction: Transaction,
  partner: string,
): Promise<AgreementShown | null> {
  const rows = await transaction.query<AgreementShown>(`select * from ${NEWEST} where partner = $1`, [
    partner,
  ]);
  return rows[0] ?? null;
}

/** All versions of an agreement, the newest first. */
export const readVersions = (transaction: Transaction, partner: string): Promise<AgreementShown[]> =>
  transaction.query<AgreementShown>(
    `select * from ${VERSIONS} where partner = $1 order by version desc limit ${MOST}`,
    [partner],
  );

/** As `readAgreement`. Others who change it, or make keys under it, wait for this transaction. */
export async function lockAgreement(
  transaction: Transaction,
  partner: string,
): Promise<AgreementShown | null> {
  await lockName(transaction, `access.agreement/${partner}`);
  return readAgreement(transaction, partner);
}

/** The keys of a partner, the newest first. */
export const readPartnerKeys = (transaction: Transaction, partner: string): Promise<KeyShown[]> =>
  transaction.query<KeyShown>(
    `select * from ${KEYS} where partner = $1 order by made_at desc, id desc limit ${MOST}`,
    [partner],
  );
