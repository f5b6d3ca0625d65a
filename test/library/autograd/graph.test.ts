/** Computations as nodes and edges. */
import { expect, it } from 'vitest';
import { autograd } from '../../../lib/index';

it('graph lists every value once, inputs before results, and every reading', () => {
  const [a, b] = [autograd.value(2, 'a'), autograd.value(-3, 'b')];
  const y = a.mul(b).add(a).mul(3);
  y.label = 'y';
  y.backward();
  expect(autograd.graph(y)).toEqual({
    nodes: [
      { id: 0, label: 'a', op: '', data: 2, grad: -6 },
      { id: 1, label: 'b', op: '', data: -3, grad: 6 },
      { id: 2, label: '', op: 'mul', data: -6, grad: 3 },
      { id: 3, label: '', op: 'add', data: -4, grad: 3 },
      { id: 4, label: 'y', op: 'mul 3', data: -12, grad: 1 },
    ],
    edges: [
      { from: 0, to: 2, localGrad: -3 },
      { from: 1, to: 2, localGrad: 2 },
      { from: 2, to: 3, localGrad: 1 },
      { from: 0, to: 3, localGrad: 1 },
      { from: 3, to: 4, localGrad: 3 },
    ],
  });
});

it('graph has two edges where an operation reads a value twice, and none for a given number', () => {
  const a = autograd.value(5);
  expect(autograd.graph(a.mul(a)).edges).toEqual(Array(2).fill({ from: 0, to: 1, localGrad: 5 }));
  expect(autograd.graph(a)).toEqual({ nodes: [{ id: 0, label: '', op: '', data: 5, grad: 0 }], edges: [] });
});

it('graph is in topological order, and as long as you like', () => {
  const model = new autograd.MLP(3, [4, 2], { seed: 1 });
  const { nodes, edges } = autograd.graph(autograd.sum(model.forward([1, 2, 3])));
  for (const { from, to } of edges) expect(from).toBeLessThan(to);
  expect(nodes.map(({ id }) => id)).toEqual(nodes.map((_, i) => i));
  let y = autograd.value(0);
  for (let i = 0; i < 50_000; i++) y = y.add(1);
  expect(autograd.graph(y).nodes.length).toBe(50_001);
});

it('graph refuses what is no Value', () => {
  for (const bad of [undefined, 3, {}]) {
    expect(() => autograd.graph(bad as autograd.Value)).toThrow('autograd.graph: expected a Value, got');
  }
});
