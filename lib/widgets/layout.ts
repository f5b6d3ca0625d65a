/** Where widgets stand and how their descriptions are set: ipywidgets' models of style, under CSS's names. */
import { fail } from '../assert';
import { Model } from './model';

/** Place and size, in CSS: `{ width: '300px', margin: '0 0 8px' }`. */
export interface WidgetLayout {
  width?: string;
  height?: string;
  minWidth?: string;
  maxWidth?: string;
  minHeight?: string;
  maxHeight?: string;
  margin?: string;
  padding?: string;
  border?: string;
  overflow?: string;
  display?: string;
  flex?: string;
  flexFlow?: string;
  alignItems?: string;
  alignSelf?: string;
  justifyContent?: string;
  gridTemplateColumns?: string;
  gridGap?: string;
}

const names: Record<keyof WidgetLayout, true> = {
  ...{ width: true, height: true, minWidth: true, maxWidth: true, minHeight: true, maxHeight: true, margin: true },
  ...{ padding: true, border: true, overflow: true, display: true, flex: true, flexFlow: true, alignItems: true },
  ...{ alignSelf: true, justifyContent: true, gridTemplateColumns: true, gridGap: true },
};

/** The model of a layout; throws where a name is none of CSS's that widgets know, or a value is no text. */
export function layoutModel(layout: WidgetLayout): Model {
  const state = Object.entries(layout).flatMap(([name, value]: [string, unknown]) => {
    if (!(name in names)) fail('layout', `names among ${Object.keys(names).join(', ')}`, name);
    if (typeof value !== 'string') fail('layout', `${name} to be a text of CSS such as '300px'`, value);
    // A border is four of them in ipywidgets.
    if (name !== 'border') return [[snake(name), value]];
    return ['top', 'right', 'bottom', 'left'].map((side) => [`border_${side}`, value]);
  });
  const kind = { module: '@jupyter-widgets/base', version: '2.0.0', model: 'LayoutModel' };
  return new Model(kind, Object.fromEntries(state) as Record<string, unknown>);
}

/** The style of one widget's description: as wide as its text, until several are lined up. */
export class Style extends Model {
  constructor() {
    const kind = { module: '@jupyter-widgets/controls', version: '2.0.0', model: 'DescriptionStyleModel' };
    super({ ...kind, viewModule: '@jupyter-widgets/base', view: 'StyleView' }, { description_width: 'initial' });
  }

  /** Gives the description this much room, in characters. */
  lineUp(characters: number): void {
    this.update({ description_width: `${characters}ch` });
  }
}

function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
