/** What figures of a predictor's answers say: confusion, alarms, calibration. */
import { count, list, number } from '../numbers';

const percent = (share: number) => `${number(Number((100 * share).toPrecision(3)))} %`;

export const confusion = {
  title: 'Which class is taken for which',
  predicted: 'predicted class',
  truth: 'true class',
  cell: (many: number, share: number) => `${number(many)}<br>${Math.round(100 * share)} %`,
  hover: (truth: string, predicted: string, many: number, share: number) =>
    `true ${truth}, predicted ${predicted}: ${number(many)}${Number.isFinite(share) ? ` (${percent(share)} of the row)` : ''}`,
  description: (right: number, all: number, worst?: { truth: string; predicted: string; many: number }) =>
    `${number(right)} of ${count(all, 'sample')} right, an accuracy of ${percent(right / all)}; ` +
    (worst
      ? `most often "${worst.truth}" is taken for "${worst.predicted}" (${count(worst.many, 'time')}).`
      : 'no class is taken for another.'),
};

export const roc = {
  title: 'True alarms against false alarms',
  axes: ['false positive rate', 'true positive rate'] as const,
  chance: 'guessing',
  curve: (name: string, auc: number) => `${name} (area ${auc.toFixed(3)})`,
  one: 'scores',
  hover: 'false %{x:.3~f}, true %{y:.3~f}<br>from the threshold %{text} up',
  threshold: (value: number) => (value === Infinity ? '∞' : number(value)),
  description: (curves: readonly [name: string, auc: number][]) =>
    curves.length === 1
      ? `The area under the curve is ${number(curves[0]![1])}, where guessing has 0.5.`
      : `Each class against the rest; areas under the curves: ${list(curves.map(([name, auc]) => `${name} ${number(auc)}`))}, where guessing has 0.5.`,
};

export const calibration = {
  title: 'Confidence and frequency',
  axes: ['confidence', 'share that came true'] as const,
  perfect: 'perfect',
  bars: 'came true',
  means: 'mean of the bin',
  hover: (from: number, to: number, samples: number, confidence: number, frequency: number) =>
    `${number(from)} to ${number(to)}: ${count(samples, 'sample')}<br>confidence ${number(confidence)}, came true ${number(frequency)}`,
  description: (samples: number, bins: number, ece: number, mean: number) =>
    `${count(samples, 'answer')} in ${count(bins, 'bin')}: the expected calibration error is ${number(Number(ece.toPrecision(3)))}; ` +
    (Math.abs(mean) < 5e-4
      ? 'on average, confidence and frequency agree.'
      : `on average the answers are too ${mean > 0 ? 'sure' : 'unsure'}, by ${number(Number(Math.abs(mean).toPrecision(3)))}.`),
};
