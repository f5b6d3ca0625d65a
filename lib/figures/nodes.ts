/** The nodes of a drawn network: squares, circles, and dots for what is left out. */
import type { Data } from 'plotly.js';
import { words } from '../words';
import type { Node } from './diagram';
import { colors, short } from './theme';

/** The nodes: the inputs as squares, units as circles; who fires is filled in blue and outlined. */
export function circles(nodes: readonly Node[], graded: boolean, dense: boolean): object[] {
  const say = words.figures.network;
  const groups = [
    { name: graded ? say.above : say.fires, fires: true, color: colors.fires },
    { name: graded ? say.notAbove : say.silent, fires: false, color: colors.silent },
    { name: say.unit, fires: undefined, color: colors.silent },
  ];
  const drawn = groups
    .map((group) => ({ ...group, nodes: nodes.filter(({ fires, dots }) => fires === group.fires && !dots) }))
    .filter((group) => group.nodes.length > 0)
    .map(
      ({ name, fires, color, nodes }) =>
        ({
          type: 'scatter',
          mode: 'text+markers',
          name,
          showlegend: fires !== undefined,
          x: nodes.map(({ column }) => column),
          y: nodes.map(({ y }) => y),
          text: nodes.map(({ text }) => text),
          textfont: { color: colors.onNode, size: dense ? 12 : 14 },
          marker: {
            size: nodes.map(({ column }) => (dense ? 0.75 : 1) * (column === 0 ? 36 : 54)),
            symbol: nodes.map(({ column }) => (column === 0 ? 'square' : 'circle')),
            color,
            opacity: 1,
            line: { width: fires ? 3 : 0, color: colors.text },
          },
          hovertext: nodes.map(({ hover }) => hover),
          hoverinfo: 'text',
        }) satisfies Data,
    );
  const left = nodes.filter(({ dots }) => dots);
  return [...drawn, ...(left.length > 0 ? [dotted(left)] : []), labels(nodes)];
}

/** The dots for units that are left out. */
function dotted(nodes: readonly Node[]): object {
  return {
    type: 'scatter',
    mode: 'text',
    x: nodes.map(({ column }) => column),
    y: nodes.map(({ y }) => y),
    text: nodes.map(({ text }) => text),
    textfont: { color: colors.text, size: 24 },
    hovertext: nodes.map(({ hover }) => hover),
    hoverinfo: 'text',
    showlegend: false,
  } satisfies Data;
}

/** The labels under the nodes. */
function labels(nodes: readonly Node[]): object {
  return {
    type: 'scatter',
    mode: 'text',
    x: nodes.map(({ column }) => column),
    y: nodes.map(({ y }) => short(y - 0.32)),
    text: nodes.map(({ label }) => label),
    textposition: 'bottom center',
    textfont: { color: colors.text },
    hoverinfo: 'skip',
    showlegend: false,
  } satisfies Data;
}
