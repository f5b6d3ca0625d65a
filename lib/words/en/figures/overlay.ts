/** What heat maps over images say. */
import { count, number } from '../numbers';

export const overlay = {
  title: 'Heat map',
  axis: (signed: boolean) =>
    `blue is heat above 0${signed ? ', orange below 0' : ''}; inside the line, more than half of the most`,
  hover: 'row %{y}, column %{x}<br>heat %{z}<br>pixel %{text}<extra></extra>',
  description: (
    height: number,
    width: number,
    hottest: { value: number; row: number; column: number; half: number; below: number },
    about?: { class: number; score: number; scored: string },
  ) =>
    `A heat map over an image of ${height} × ${width} pixels` +
    `${about ? `, for class ${about.class} (${about.scored} ${number(about.score)})` : ''}. ` +
    (hottest.value > 0
      ? `It is hottest, ${number(hottest.value)}, at row ${hottest.row}, column ${hottest.column}; ` +
        `${count(hottest.half, 'pixel')} ${hottest.half === 1 ? 'has' : 'have'} more than half of that`
      : 'No pixel is above 0') +
    `${hottest.below > 0 ? `; ${number(hottest.below)} ${hottest.below === 1 ? 'is' : 'are'} below 0` : ''}.`,
};
