import type {
  CaseAtWorkPartsFragment,
  CasePeoplePartsFragment,
  LiveProcedureShownFragment,
  Stream,
} from '../../../operations/__generated__/operations';
import type { Item } from './fields/choices';

type Asked = CaseAtWorkPartsFragment;

type LiveParties = NonNullable<CasePeoplePartsFragment['casework']>['parties'];
/** Somebody whom it is from or about. */
export type Party = NonNullable<LiveParties>[number];

/** A live complaint as whoever fills in a form of it sees it. */
export interface CaseSeen {
  readonly id: string;
  readonly reference: string;
  readonly stream: Stream;
  readonly today: string;
  readonly live: NonNullable<Asked['casework']>;
  readonly deadlines: NonNullable<Asked['deadlines']>;
  /** The version of the procedure that its latest stage follows; null where that cannot be had just now. */
  readonly version: LiveProcedureShownFragment['versions'][number] | null;
  /** Its elements, as they were written last; none where the form asks for none. */
  readonly points: readonly string[];
  /** Who it is from or about; nobody where the form changes nobody. */
  readonly parties: readonly Party[];
  /** Whom of them the form is about, by their id; null where nobody was chosen. */
  readonly chosen: string | null;
  /** Whom there is to name: people who are known to work on such complaints, with what they are called. */
  readonly people: readonly Item[];
  readonly groups: readonly Item[];
  readonly services: readonly Item[];
  /** The id of the complaint of a reference; null where there is none that the person may see. */
  readonly idOfReference: (reference: string) => Promise<string | null>;
}
