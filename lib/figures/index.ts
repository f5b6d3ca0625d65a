/** Figures as plain Plotly objects: these functions draw nothing, `show` puts their figures under a cell. */
export { decisionBoundary, type DecisionBoundaryOptions } from './boundary';
export { graph, type GraphOptions } from './graph';
export { history, type Curves, type HistoryOptions } from './history';
export { images, type ImagesOptions } from './images';
export { layers, type LayersOptions } from './layers';
export { network, type NetworkOptions } from './network';
export type { Images } from './pixels';
export type { Drawable } from './plan';
export { points, type PointsFigureOptions } from './points';
export type { LayerValues } from './quantiles';
export { weights, type TrainingStep, type WeightsOptions } from './weights';
