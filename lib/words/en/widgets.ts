/** What widgets say where nothing moves. */

export const widgets = {
  still: 'it moves only in a running notebook',
  named: (what: string, description: string, value: string) =>
    `${what}${description ? ` '${description}'` : ''}${value === '' ? '' : `: ${value}`}`,
  on: 'on',
  off: 'off',
  slider: 'slider',
  rangeSlider: 'range slider',
  from: (low: string, high: string) => `${low} to ${high}`,
  toggle: 'toggle',
  checkbox: 'checkbox',
  dropdown: 'drop-down',
  radio: 'radio buttons',
  toggleButtons: 'toggle buttons',
  button: 'button',
  text: 'text field',
  textarea: 'text area',
  number: 'number field',
  play: 'player',
  progress: 'progress bar',
  label: 'label',
  html: 'HTML',
  output: 'output',
  custom: 'custom widget',
  nothing: 'empty',
};
