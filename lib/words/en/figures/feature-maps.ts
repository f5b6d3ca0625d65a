/** What figures of feature maps say. */
import { count, number } from '../numbers';

export const featureMaps = {
  title: 'Feature maps',
  axis: (height: number, width: number, signed: boolean, shown: number, all: number) =>
    `${shown < all ? `the first ${number(shown)} of ${number(all)} maps, ` : ''}${height} × ${width} each; ` +
    (signed ? 'orange − is below 0, blue + above' : 'light is 0, dark is more'),
  description: (height: number, width: number, shown: number, all: number, most: number, silent: number) =>
    `${count(all, 'feature map')} of ${height} × ${width}${shown < all ? `, of which the first ${number(shown)} are drawn` : ''}. ` +
    `Map ${most} has the largest activation` +
    `${silent > 0 ? `; ${number(silent)} ${silent === 1 ? 'is' : 'are'} 0 everywhere` : ''}.`,
};
