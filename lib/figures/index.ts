/** Figures as plain Plotly objects: these functions draw nothing, `show` puts their figures under a cell. */
export { attention, type AttentionFigureOptions } from './attention';
export { decisionBoundary, type DecisionBoundaryOptions } from './boundary';
export { convolution, type ConvolutionFigureOptions } from './convolution';
export { featureMaps, type FeatureMapsOptions } from './feature-maps';
export { graph, type GraphOptions } from './graph';
export { heatMap } from './heat-map';
export { history, type Curves, type HistoryOptions } from './history';
export { images, type ImagesOptions } from './images';
export { network, type NetworkOptions } from './network';
export type { Images } from './pixels';
export { points, type PointsFigureOptions } from './points';
