import type { CasePointsPartsFragment } from '../../../operations/__generated__/operations';

const POINT = /^POINT_(?<number>\d+)$/;

/** The elements of a complaint as they were written last: at its recording, agreed in writing, or with a report or an answer. */
export function pointsOf(told: CasePointsPartsFragment | null): string[] {
  for (const { node } of told?.casework?.timeline?.edges ?? []) {
    const points = (node?.words ?? []).flatMap(({ part, words }) => {
      const number = POINT.exec(part)?.groups?.number;
      return number === undefined ? [] : [{ number: Number(number), words }];
    });
    if (points.length > 0)
      return points.sort((one, other) => one.number - other.number).map(({ words }) => words);
  }
  return [];
}
