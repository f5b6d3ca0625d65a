/** The curves of a training that goes on: as of one that is over, on an axis as long as the training will be. */
import type { Data, Layout } from 'plotly.js';
import type { Figure } from '../types';
import { words } from '../words';
import { history } from './history';
import { colors, short, themed } from './theme';

/** The mean loss of the batches just before a point of time. */
export interface BatchLoss {
  /** Epochs gone by, with the part of the newest. */
  epoch: number;
  loss: number;
}

/** How far the training is. */
interface TrainingState {
  points: readonly BatchLoss[];
  /** How many epochs there will be. */
  epochs: number;
  /** How it goes, in lines. */
  lines: readonly string[];
}

/** `curves` as `figures.history` takes them; none before the first epoch is done. Returns a figure. */
export function training(curves: Record<string, number[]>, { points, epochs, lines }: TrainingState): Figure {
  const who = 'train.fit';
  const say = words.figures.history;
  const base: Figure =
    Object.keys(curves).length > 0
      ? history(curves)
      : themed(
          who,
          {
            title: say.title,
            height: 360,
            data: [],
            layout: { xaxis: { title: { text: say.epoch } }, yaxis: { title: { text: 'loss' } } },
            description: '',
          },
          {},
        );
  const layout = base.layout as Partial<Layout>;
  return {
    data: [...(points.length > 1 ? [between(points)] : []), ...base.data],
    layout: {
      ...layout,
      title: { ...layout.title, subtitle: { text: lines.join('<br>'), font: { size: 12, color: colors.text } } },
      margin: { ...layout.margin, t: 115 },
      height: 420,
      showlegend: true,
      xaxis: { ...layout.xaxis, range: [0, epochs * 1.02] },
    },
    description: [...lines, base.description].filter(Boolean).join('. '),
  };
}

/** What happened between the epochs, thin and grey. */
function between(points: readonly BatchLoss[]): object {
  return {
    type: 'scatter',
    mode: 'lines',
    name: words.figures.history.between,
    x: points.map(({ epoch }) => short(epoch)),
    y: points.map(({ loss }) => (Number.isFinite(loss) ? short(loss) : null)),
    line: { color: colors.text, width: 1 },
    hoverinfo: 'skip',
  } satisfies Data;
}
