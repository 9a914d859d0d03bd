import { type DataSource, inTransaction, type Transaction } from '../../platform/transaction/transaction';

/** Whose mail it is: row-level security shows nobody another person's. */
export interface Owner {
  readonly subject: string;
  readonly role: string;
}

/** Works in somebody's own name. */
export const asOwner = <Result>(
  dataSource: DataSource,
  { subject, role }: Owner,
  work: (transaction: Transaction) => Promise<Result>,
): Promise<Result> => inTransaction(dataSource, { subject, role }, work);

/** Works as the site itself, which sends to all. */
export const asSite = <Result>(
  dataSource: DataSource,
  work: (transaction: Transaction) => Promise<Result>,
): Promise<Result> => inTransaction(dataSource, { subject: 'site', role: 'site' }, work);

/** Who may get figures by mail: the council's own who may read all of them. */
const READERS = ['analyst', 'manager', 'officer', 'admin'];

/** Whether people of a role may get figures by mail. Partners see what is theirs by an agreement, and on the site alone. */
export const mayGetPost = (role: string): boolean => READERS.includes(role);
