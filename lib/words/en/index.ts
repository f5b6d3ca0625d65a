/** The library's words in English. */
import { autograd } from './autograd';
import { check } from './check';
import { data } from './data';
import { desk } from './desk';
import { figures } from './figures/index';
import { judge } from './judge';
import { lesson00 } from './lessons/00-start-here';
import { lesson01 } from './lessons/01-what-is-deep-learning';
import { lesson02 } from './lessons/02-mcculloch-pitts';
import { lesson03 } from './lessons/03-perceptron';
import { lesson04 } from './lessons/04-sigmoid-neuron';
import { lesson05 } from './lessons/05-layers-and-matrices';
import { lesson06 } from './lessons/06-activations';
import { lesson07 } from './lessons/07-losses';
import { lesson08 } from './lessons/08-backpropagation';
import { lesson09 } from './lessons/09-optimizers';
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
  desk,
  figures,
  indexed,
  input,
  inWords,
  judge,
  lesson00,
  lesson01,
  lesson02,
  lesson03,
  lesson04,
  lesson05,
  lesson06,
  lesson07,
  lesson08,
  lesson09,
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
