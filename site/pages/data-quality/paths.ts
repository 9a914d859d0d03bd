import { addressOf, type Parameters } from '../../filters/address';

export const QUALITY_PATH = '/data-quality';
export const QUARANTINE_PATH = `${QUALITY_PATH}/quarantine`;
export const FAULTS_PATH = `${QUALITY_PATH}/faults`;
export const DUPLICATES_PATH = `${QUALITY_PATH}/duplicates`;
export const COPIES_PATH = `${DUPLICATES_PATH}/copies`;
export const BEFORE_REPORT_PATH = `${QUALITY_PATH}/before-report`;

/** The list of faults, narrowed. */
export const faultsHref = (parameters: Parameters): string => addressOf(FAULTS_PATH, {}, parameters);
/** The list of quarantined rows, narrowed. */
export const quarantineHref = (parameters: Parameters): string => addressOf(QUARANTINE_PATH, {}, parameters);
/** The page of one quarantined row. */
export const rowHref = (id: string): string => `${QUARANTINE_PATH}/${encodeURIComponent(id)}`;
/** The page of one conflicting copy. */
export const copyHref = (faultId: string): string => `${COPIES_PATH}/${encodeURIComponent(faultId)}`;
/** The page of one pair of likely duplicates. */
export const pairHref = (id: string): string => `${DUPLICATES_PATH}/${encodeURIComponent(id)}`;
/** Where a word is given a meaning. */
export const wordHref = (source: string, word: string): string =>
  addressOf('/administration/words', {}, { source, word });
/** The complaint of which a stage has this reference. */
export const recordHref = (reference: string): string => addressOf('/search', {}, { reference });

/** The ways within data quality, with the one that is shown. */
export const roomsFor = (here: string) =>
  [
    { text: 'Overview', href: QUALITY_PATH },
    { text: 'Quarantine', href: quarantineHref({ state: 'OPEN' }) },
    { text: 'Faults', href: faultsHref({ state: 'OPEN' }) },
    { text: 'Duplicates', href: addressOf(DUPLICATES_PATH, {}, { state: 'OPEN' }) },
    { text: 'Before a report', href: BEFORE_REPORT_PATH },
  ].map((room) => ({ ...room, isCurrent: room.href.split('?')[0] === here }));
