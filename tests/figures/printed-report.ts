/** A table as the service printed it. */
export interface Table {
  readonly key: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly label: string; readonly values: readonly (number | null)[] }[];
}

/** The service's own report, as it was printed: what was not recorded is blank there. */
const CORPORATE: Table = {
  key: 'corporate',
  columns: [
    '2019-20',
    '2020-21',
    '2021-22 Q1',
    '2021-22 Q2',
    '2021-22 Q1-Q2',
    '2019-20 Q1-Q2',
    '2020-21 Q1-Q2',
  ],
  rows: [
    { label: 'Stage 1 received', values: [178, 132, 55, 67, 122, 79, 55] },
    { label: 'Stage 2 received', values: [102, 75, 34, 38, 72, 49, 30] },
    { label: 'Escalated stage 1 to stage 2', values: [null, null, 25, 35, 60, null, null] },
    { label: 'Direct to stage 2', values: [null, null, 9, 3, 12, null, null] },
    { label: 'Escalated to the Ombudsman', values: [26, 12, 7, 6, 13, null, null] },
  ],
};
const ADULTS: Table = {
  key: 'adults',
  columns: ['2019-20', '2020-21', '2021-22 Q1', '2021-22 Q2', '2021-22 Q1-Q2'],
  rows: [{ label: 'Adults: stage 1 received', values: [167, 85, 31, 39, 70] }],
};
const CHILDRENS: Table = {
  key: 'childrens',
  columns: ['2019-20', '2020-21', '2021-22 Q1', '2021-22 Q2', '2021-22 Q1-Q2'],
  rows: [
    { label: "Children's: received", values: [41, 36, 12, 21, 33] },
    { label: "Children's: escalated to stage 2", values: [1, 1, 0, 0, 0] },
    { label: "Children's: escalated to stage 3", values: [1, null, 0, 0, 0] },
  ],
};
const SCHOOLS: Table = {
  key: 'schools',
  columns: ['2019-20', '2020-21', '2021-22 Q1', '2021-22 Q2', '2021-22 Q1-Q2'],
  rows: [
    { label: 'Schools: received', values: [35, 25, 7, 9, 16] },
    { label: 'Schools: escalated to stage 2', values: [6, 2, 2, 2, 4] },
    { label: 'Schools: escalated to stage 3', values: [0, 0, 1, 0, 1] },
  ],
};
const UPHELD: Table = {
  key: 'ombudsman-upheld',
  columns: ['2019-20', '2020-21', '2021-22 Q1', '2021-22 Q2', '2021-22 Q1-Q2'],
  rows: [{ label: 'Upheld by the LGSCO, all streams', values: [10, 6, 1, 1, 2] }],
};
/** The tables, in their order. */
export const PRINTED: readonly Table[] = [CORPORATE, ADULTS, CHILDRENS, SCHOOLS, UPHELD];
