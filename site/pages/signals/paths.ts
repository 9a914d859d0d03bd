/** Where what is more than noise is listed. */
export const SIGNALS_PATH = '/signals';
/** Where what was found out about one is written. */
export const NOTE_PATH = '/signals/note';
