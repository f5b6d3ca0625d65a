/** The library's words in English. */
import { autograd } from './autograd';
import { check } from './check';
import { data } from './data';
import { figures } from './figures/index';
import { lesson00 } from './lessons/00-start-here';
import { lesson02 } from './lessons/02-mcculloch-pitts';
import { models } from './models';
import { inWords } from './number-words';
import { indexed, input, list, number, signed } from './numbers';
import { question } from './question';
import { scratch } from './scratch';
import { table } from './table';
import { tensorflow } from './tensorflow';
import { train } from './train';
import { widgets } from './widgets';

export const words = {
  autograd,
  check,
  data,
  figures,
  indexed,
  input,
  inWords,
  lesson00,
  lesson02,
  list,
  models,
  number,
  question,
  scratch,
  signed,
  table,
  tensorflow,
  train,
  widgets,
};
