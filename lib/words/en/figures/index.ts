/** What figures say: titles, axes, what the pointer finds, and a sentence for those who can't see them. */
import { calibration, confusion, roc } from './answers';
import { boundary } from './boundary';
import { curves } from './curves';
import { heatmap, histogram } from './distributions';
import { graph } from './graph';
import { history } from './history';
import { images } from './images';
import { embeddings, som } from './maps';
import { network } from './network';
import { points } from './points';
import { lossSurface } from './surface';
import { animation, timeline } from './time';

export const figures = {
  animation,
  boundary,
  calibration,
  confusion,
  curves,
  embeddings,
  graph,
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
