/** Widgets that hold others: beside each other, below each other, in a grid, behind tabs. */
import { fail, whole } from '../assert';
import type { WidgetLayout } from './layout';
import { together } from './picture';
import { ipywidget, Widget, type PlaceOptions } from './widget';

/** Options of {@link grid}. */
export interface GridOptions extends PlaceOptions {
  /** How many stand beside each other. Default 2. */
  columns?: number;
}

/**
 * A widget made of others, which `row`, `column`, `grid`, `tabs` and `accordion` make.
 *
 * ```ts
 * import { widgets } from 'neurona';
 *
 * const box = widgets.column([widgets.slider(), widgets.checkbox()]);
 * box.children.length
 * ```
 */
export class Box extends Widget {
  /** What it holds. */
  readonly children: readonly Widget[];

  constructor(who: string, model: string, children: readonly Widget[], layout?: WidgetLayout, state: object = {}) {
    const given: unknown = children;
    if (!Array.isArray(given)) fail(who, 'an array of widgets', given);
    const bad = given.findIndex((child) => !(child instanceof Widget));
    if (bad >= 0) fail(who, `child ${bad} to be a widget`, given[bad]);
    super(ipywidget(model), { layout }, { children: [...children], ...state });
    this.children = children;
    this.direction = model === 'HBox' ? 'row' : 'column';
  }

  private readonly direction: 'row' | 'column';

  override picture(): string {
    return together(
      this.children.map((child) => child.picture()),
      this.direction,
    );
  }

  override summary(): string {
    return this.children.map((child) => child.summary()).join(', ');
  }
}

/**
 * Widgets beside each other.
 *
 * ```ts
 * import { widgets } from 'neurona';
 *
 * widgets.row([widgets.slider({ description: 'w' }), widgets.button({ description: 'Reset' })])
 * ```
 *
 * Throws where a child is no widget.
 */
export function row(children: readonly Widget[], { layout }: PlaceOptions = {}): Box {
  return new Box('widgets.row', 'HBox', children, layout);
}

/**
 * Widgets below each other.
 *
 * ```ts
 * import { widgets } from 'neurona';
 *
 * widgets.column([widgets.slider({ description: 'w' }), widgets.slider({ description: 'b' })])
 * ```
 *
 * Throws where a child is no widget.
 */
export function column(children: readonly Widget[], { layout }: PlaceOptions = {}): Box {
  return new Box('widgets.column', 'VBox', children, layout);
}

/**
 * Widgets in rows of equal columns.
 *
 * ```ts
 * import { widgets } from 'neurona';
 *
 * const weights = [1, 2, 3, 4].map((i) => widgets.number({ description: `w${i}` }));
 * widgets.grid(weights, { columns: 2 })
 * ```
 *
 * Throws where a child is no widget, or `columns` is not whole and above 0.
 */
export function grid(children: readonly Widget[], { columns = 2, layout }: GridOptions = {}): Box {
  whole('widgets.grid', { columns }, 1);
  const places = { gridTemplateColumns: `repeat(${columns}, auto)`, gridGap: '4px 16px', ...layout };
  return new Box('widgets.grid', 'GridBox', children, places);
}

/**
 * Widgets behind tabs with titles, one at a time.
 *
 * ```ts
 * import { widgets } from 'neurona';
 *
 * widgets.tabs({ data: widgets.slider({ description: 'noise' }), model: widgets.slider({ description: 'units' }) })
 * ```
 *
 * Throws where a child is no widget.
 */
export function tabs(children: Readonly<Record<string, Widget>>, { layout }: PlaceOptions = {}): Box {
  const state = { titles: Object.keys(children), selected_index: 0 };
  return new Box('widgets.tabs', 'Tab', Object.values(children), layout, state);
}

/**
 * Widgets below titles that open and close.
 *
 * ```ts
 * import { widgets } from 'neurona';
 *
 * widgets.accordion({ advanced: widgets.slider({ description: 'momentum', max: 1, step: 0.1 }) })
 * ```
 *
 * Throws where a child is no widget.
 */
export function accordion(children: Readonly<Record<string, Widget>>, { layout }: PlaceOptions = {}): Box {
  const state = { titles: Object.keys(children), selected_index: null };
  return new Box('widgets.accordion', 'Accordion', Object.values(children), layout, state);
}
