import type { Identity } from '../../../platform/identity/identity';

/** What row security goes by: callers of whom it is the same see the same rows. A partner sees those of the streams agreed. */
export const seenBy = ({ role, partner, streams }: Identity): readonly unknown[] => [
  role,
  partner,
  partner === null ? null : [...streams].sort(),
];
