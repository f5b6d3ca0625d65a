/** What can be seen: a model with a place on the page, and a still picture for pages where nothing moves. */
import { comms, display, type MimeBundle } from '../display';
import { words } from '../words';
import { layoutModel, type WidgetLayout } from './layout';
import { Model, type Kind } from './model';
import { still } from './picture';
import { hold } from './registry';

/** Options that every widget understands. */
export interface PlaceOptions {
  /** Its place and size, in CSS. Default as wide as widgets are. */
  layout?: WidgetLayout;
}

const jupyterDisplay: unique symbol = Symbol.for('Jupyter.display');

/** The kind of one of ipywidgets' own controls. */
export function ipywidget(name: string, view = `${name}View`): Kind {
  return { module: '@jupyter-widgets/controls', version: '2.0.0', model: `${name}Model`, view };
}

/**
 * Something on the page that stays in touch with the code that made it.
 *
 * ```ts
 * import { widgets } from 'neurona';
 *
 * const noise = widgets.slider({ description: 'noise', max: 1 });
 * noise.show(); // as the last expression of a cell does by itself
 * noise.close();
 * ```
 */
export abstract class Widget extends Model {
  constructor(kind: Kind, { layout }: PlaceOptions, state: Record<string, unknown>) {
    super(kind, { ...(layout ? { layout: layoutModel(layout) } : {}), ...state });
  }

  /** How it looks where nothing moves, in HTML. */
  abstract picture(): string;

  /** What it is and how it stands, in a few words. */
  abstract summary(): string;

  /** Displays it under the cell that runs; the last expression of a cell does so by itself. */
  show(): void {
    display(this[jupyterDisplay]());
  }

  /** The forms of the widget for Jupyter: alive where there is a front end, else a picture and words. */
  [jupyterDisplay](): MimeBundle {
    const id = this.open();
    const offered = comms();
    if (offered) hold(offered, this);
    const view = { version_major: 2, version_minor: 0, model_id: id };
    return {
      ...(id ? { 'application/vnd.jupyter.widget-view+json': view } : {}),
      'text/html': still(this.picture()),
      'text/plain': `${this.summary()} (${words.widgets.still})`,
    };
  }
}
