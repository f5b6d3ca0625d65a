/** The catalogue of pictures: each function draws one under the cell that runs. */
export { images, points, table, type TableOptions } from './datasets';
export { figure } from './figure';
export { layers, weights } from './layers';
export { graph, network } from './networks';
export { decisionBoundary } from './predictions';
export { history } from './training';
