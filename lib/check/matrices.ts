/** Matrices as students hand them in: rows of numbers. */
import type { Matrix } from '../scratch/layer';

/** Rows become columns. */
export const transpose = (M: Matrix): Matrix => M[0]!.map((_, column) => M.map((row) => row[column]!));

/** Whether a student's value is rows of numbers; at run time it may be anything. */
export const isMatrix = (value: unknown): value is Matrix =>
  Array.isArray(value) && value.every((row) => Array.isArray(row) && row.every((number) => typeof number === 'number'));
