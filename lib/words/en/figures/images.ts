/** What figures of small images say. */
import { count, first, list } from '../numbers';

export const images = {
  title: 'Images',
  axis: (height: number, width: number, signed: boolean) =>
    `${height} × ${width} pixels each; ${signed ? 'orange − is below 0, blue + above' : 'light is 0, dark is more'}`,
  hover: '%{z}<extra></extra>',
  description: (many: number, height: number, width: number, signed: boolean, labels?: string[]) =>
    `${count(many, 'image')} of ${height} × ${width} pixels${signed ? ', some below 0' : ''}` +
    `${labels ? `, labelled ${list(first(labels, 12))}` : ''}.`,
};
