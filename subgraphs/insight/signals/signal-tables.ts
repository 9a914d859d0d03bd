import { instant, int, key, text } from '../../../platform/tables/columns';
import { defineTable, type RowIn } from '../../../platform/tables/define-table';

/** How far a signal has come. */
export const SIGNAL_STATES = ['OPEN', 'EXPLAINED', 'ACTED_ON'] as const;
export type SignalState = (typeof SIGNAL_STATES)[number];

/** What people found out about a signal, a row each time; the one with the highest version holds. Added to, never changed. */
export const signalNote = defineTable({
  schema: 'insight',
  name: 'signal_note',
  columns: {
    signal_id: key(text()),
    version: key(int()),
    text: text(),
    state: text<SignalState>(),
    written_by: text(),
    written_at: instant(),
  },
});
export type SignalNoteRow = RowIn<typeof signalNote>;
