/** Figures as plain Plotly objects: these functions draw nothing, `show` puts their figures under a cell. */
export { decisionBoundary, type DecisionBoundaryOptions } from './boundary';
export { cartPole } from './cart-pole';
export { graph, type GraphOptions } from './graph';
export { gridWorld, type GridWorldFigureOptions } from './grid-world';
export { history, type Curves, type HistoryOptions } from './history';
export { images, type ImagesOptions } from './images';
export { network, type NetworkOptions } from './network';
export type { Images } from './pixels';
export { points, type PointsFigureOptions } from './points';
