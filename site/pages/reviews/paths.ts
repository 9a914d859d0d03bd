export const REVIEWS_PATH = '/reviews';
/** Where one meeting is gone through. */
export const meetingPath = (id: string): string => `${REVIEWS_PATH}/${encodeURIComponent(id)}`;
/** Where one thing that was agreed is followed. */
export const actionPath = (id: string): string => `${REVIEWS_PATH}/actions/${encodeURIComponent(id)}`;
