import type { TableColumn } from '../../platform/files/table';

/** The version of the protocol that is spoken. */
export const ODATA_VERSION = '4.0';

export const NAMESPACE = 'CouncilComplaints';
export const CONTAINER = 'Service';

/** Types as OData names them. */
export const EDM_TYPES: Readonly<Record<TableColumn['type'], string>> = {
  text: 'Edm.String',
  integer: 'Edm.Int32',
  number: 'Edm.Double',
  boolean: 'Edm.Boolean',
  day: 'Edm.Date',
  moment: 'Edm.DateTimeOffset',
};

/** What `$filter` knows beside comparisons. */
export const FILTER_FUNCTIONS = ['contains', 'startswith', 'endswith'] as const;
