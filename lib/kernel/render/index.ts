/** What the kernel knows how to show, in the order in which it asks: the most particular first. */
import { line, matrix } from './arrays';
import { figure } from './figure';
import type { Kind } from './forms';
import { frame } from './frame';
import { model } from './model';
import { rows } from './rows';
import { tensor } from './tensor';
import { training } from './training';

export const kinds: readonly Kind<unknown>[] = [tensor, frame, model, training, figure, line, matrix, rows];
