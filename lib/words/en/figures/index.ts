/** What figures say: titles, axes, what the pointer finds, and a sentence for those who can't see them. */
import { boundary } from './boundary';
import { cartPole } from './cart-pole';
import { graph } from './graph';
import { gridWorld } from './grid-world';
import { history } from './history';
import { images } from './images';
import { network } from './network';
import { points } from './points';

export const figures = { boundary, cartPole, graph, gridWorld, history, images, network, points };
