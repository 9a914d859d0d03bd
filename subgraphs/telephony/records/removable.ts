import type { Removable } from '../../../platform/records/removals';

export const removableCalls: Removable = {
  ...{ schema: 'telephony', table: 'call', id: 'call_id', hasOwners: false },
};
