/** The catalogue of pictures: each function draws one under the cell that runs. */
export { images, points, table, type TableOptions } from './datasets';
export { figure } from './figure';
export { attention, convolution, featureMaps, overlay } from './insides';
export { layers, weights } from './layers';
export { embeddings, som } from './maps';
export { graph, network } from './networks';
export { curves, heatmap, histogram } from './numbers';
export { calibration, confusion, decisionBoundary, roc } from './predictions';
export { animation, timeline } from './time';
export { history, lossSurface } from './training';
export { cartPole, gridWorld } from './worlds';
