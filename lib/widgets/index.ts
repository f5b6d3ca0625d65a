/** Widgets: what a hand moves on the page, and code hears of. */
export { accordion, column, grid, row, tabs, type Box, type GridOptions } from './boxes';
export { button, type Button, type ButtonOptions } from './button';
export { dropdown, radio, toggleButtons, type ChoiceOptions } from './choices';
export type { Change, Control, ControlOptions } from './control';
export { custom, type Custom, type CustomOptions } from './custom';
export { number, text, textarea, type NumberOptions, type TextOptions } from './fields';
export { interact, type ControlLike, type ValueOf, type Values } from './interact';
export type { WidgetLayout } from './layout';
export { jslink, link } from './links';
export { output, type Output } from './output';
export { play, type PlayOptions } from './play';
export { html, label, progress, type ProgressOptions, type ReadoutOptions } from './readouts';
export { rangeSlider, slider, type RangeOptions, type RangeSliderOptions, type SliderOptions } from './sliders';
export { checkbox, toggle, type ToggleOptions } from './toggles';
export type { PlaceOptions, Widget } from './widget';
