/** What figures say: titles, axes, what the pointer finds, and a sentence for those who can't see them. */
import { calibration, confusion, roc } from './answers';
import { attention } from './attention';
import { boundary } from './boundary';
import { cartPole } from './cart-pole';
import { convolution } from './convolution';
import { curves } from './curves';
import { heatmap, histogram } from './distributions';
import { featureMaps } from './feature-maps';
import { graph } from './graph';
import { gridWorld } from './grid-world';
import { overlay } from './overlay';
import { history } from './history';
import { images } from './images';
import { embeddings, som } from './maps';
import { network } from './network';
import { points } from './points';
import { lossSurface } from './surface';
import { animation, timeline } from './time';

export const figures = {
  animation,
  attention,
  boundary,
  calibration,
  confusion,
  convolution,
  curves,
  embeddings,
  featureMaps,
  graph,
  overlay,
  heatmap,
  histogram,
  history,
  images,
  lossSurface,
  network,
  points,
  roc,
  som,
  timeline,
};
export const figures = { boundary, cartPole, graph, gridWorld, history, images, network, points };
