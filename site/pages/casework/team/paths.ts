import type { WorkStream } from '../worklists/work-streams';

/** Who works on complaints, and who of them is away. */
export const TEAM_PATH = '/casework/team';
export const AWAY_PATH = `${TEAM_PATH}/away`;
export const GROUPS_PATH = `${TEAM_PATH}/groups`;
export const HAND_OVER_PATH = `${TEAM_PATH}/hand-over`;

export const absenceHref = (id: string): string => `${AWAY_PATH}/${encodeURIComponent(id)}`;
export const groupHref = (stream: WorkStream, id: string): string =>
  `${GROUPS_PATH}/${stream}/${encodeURIComponent(id)}`;
/** Where all of somebody's work is handed over. */
export const handOverHref = (subject: string): string =>
  `${HAND_OVER_PATH}?from=${encodeURIComponent(subject)}`;
