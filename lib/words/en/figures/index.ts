/** What figures say: titles, axes, what the pointer finds, and a sentence for those who can't see them. */
import { calibration, confusion, roc } from './answers';
import { attention } from './attention';
import { boundary } from './boundary';
import { cartPole } from './cart-pole';
import { controls } from './controls';
import { convolution } from './convolution';
import { curves } from './curves';
import { heatmap, histogram } from './distributions';
import { featureMaps } from './feature-maps';
import { graph } from './graph';
import { gridWorld } from './grid-world';
import { history } from './history';
import { images } from './images';
import { layers, weights } from './layers';
import { embeddings, som } from './maps';
import { network } from './network';
import { overlay } from './overlay';
import { points } from './points';
import { lossSurface } from './surface';
import { animation, timeline } from './time';

export const figures = {
  animation,
  attention,
  boundary,
  calibration,
  cartPole,
  confusion,
  controls,
  convolution,
  curves,
  embeddings,
  featureMaps,
  graph,
  gridWorld,
  heatmap,
  histogram,
  history,
  images,
  layers,
  lossSurface,
  network,
  overlay,
  points,
  roc,
  som,
  timeline,
  weights,
};
