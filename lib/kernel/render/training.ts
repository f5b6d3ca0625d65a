/** What `await model.fit(...)` returns: its numbers, epoch by epoch. */
import { className, count, isPlain, type Forms, type Kind } from './forms';
import { gridForms } from './grid';
import { columnTexts } from './numbers';
import { gap, shown } from './slice';
import { cellText } from './text';

interface History {
  epoch: readonly number[];
  history: Record<string, readonly unknown[]>;
}

export const training: Kind<History> = {
  knows(value): value is History {
    if (className(value) !== 'History') return false;
    const { epoch, history } = value as Partial<History>;
    return Array.isArray(epoch) && epoch.length > 0 && isPlain(history) && Object.values(history).every(Array.isArray);
  },

  forms(value): Forms {
    const names = Object.keys(value.history);
    const epochs = shown(value.epoch.length, 12);
    const there = epochs.filter((place) => place !== undefined);
    const texts = names.map((name) =>
      columnTexts(
        there.map((place) => value.history[name]![place]),
        cellText,
      ),
    );
    return gridForms({
      caption: training.brief!(value),
      columns: [{ name: 'Epoch', right: true }, ...names.map((name, i) => ({ name, right: texts[i]![1] }))],
      rows: epochs.map((place) => {
        if (place === undefined) return [gap, ...names.map(() => gap)];
        const row = there.indexOf(place);
        return [String(value.epoch[place]! + 1), ...texts.map(([cells]) => cells[row]!)];
      }),
    });
  },

  brief(value): string {
    return `Training of ${count(value.epoch.length, 'epoch')}`;
  },
};
