/** What figures say: titles, axes, what the pointer finds, and a sentence for those who can't see them. */
import { attention } from './attention';
import { boundary } from './boundary';
import { convolution } from './convolution';
import { featureMaps } from './feature-maps';
import { graph } from './graph';
import { heatMap } from './heat-map';
import { history } from './history';
import { images } from './images';
import { network } from './network';
import { points } from './points';

export const figures = {
  attention,
  boundary,
  convolution,
  featureMaps,
  graph,
  heatMap,
  history,
  images,
  network,
  points,
};
