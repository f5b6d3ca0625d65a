/** What figures say: titles, axes, what the pointer finds, and a sentence for those who can't see them. */
import { boundary } from './boundary';
import { graph } from './graph';
import { history } from './history';
import { images } from './images';
import { layers, weights } from './layers';
import { network } from './network';
import { points } from './points';

export const figures = { boundary, graph, history, images, layers, network, points, weights };
