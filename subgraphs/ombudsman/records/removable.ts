import type { Removable } from '../../../platform/records/removals';

export const removableCases: Removable = {
  ...{ schema: 'ombudsman', table: 'ombudsman_case', id: 'id', hasOwners: true },
};
