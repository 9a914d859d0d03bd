/** Where a chart's values are drawn, in the units of its picture. */
export interface Plot {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** How high a line of text is, with the room to the next. */
export const lineHeight = (fontSize: number): number => Math.round(fontSize * 1.3);

/** The room that each of so many labels has along the plot, side by side. */
export const bandWidth = (plot: Plot, count: number): number => (plot.right - plot.left) / Math.max(1, count);

/** The middle of the room of the label at the index. */
export const middleOf = (plot: Plot, count: number, index: number): number =>
  plot.left + (index + 0.5) * bandWidth(plot, count);
