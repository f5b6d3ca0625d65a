/** Inside a circuit: what every unit of every layer does with one row of inputs. */
import { fail } from '../assert';
import type { Circuit } from '../scratch/circuit';
import { unitTrace, type UnitTrace } from './unit';

/** What one unit of a circuit does. */
export interface CircuitTrace extends UnitTrace {
  /** The layer, counted from 1. */
  layer: number;
  /** The unit's label. */
  unit: string;
}

/**
 * Every unit's sum and answer for one row of inputs, from the first layer to the last.
 *
 * ```ts
 * import { data, inspect, scratch, show } from 'neurona';
 *
 * const xor = scratch.circuitFor(data.gate('xor'));
 * show.table(inspect.circuit(xor, [1, 0]));
 * ```
 *
 * `x` is one input, 0 or 1, for each input of the circuit. Returns one row for each unit; its `x` is what the unit
 * reads.
 * Throws where `x` does not fit the circuit.
 */
export function circuit(circuit: Circuit, x: readonly number[]): CircuitTrace[] {
  if (typeof circuit?.forward !== 'function') fail('inspect.circuit', 'a circuit, made by scratch.circuit', circuit);
  const signals: (readonly number[])[] = [x, ...circuit.forward(x)]; // what each layer reads
  return circuit.layers.flatMap((units, i) =>
    units.map((unit) => ({ layer: i + 1, unit: unit.label, ...unitTrace(unit, [...signals[i]!]) })),
  );
}
