/** The frames of a stack that are the student's: those in cells, and those in files beside the notebook. */
import { sep } from 'node:path';
import type { Compiler, Script } from '../compiler';
import { sourcePlace } from './lines';
import { quote, type Place } from './quote';

export function frames(stack: string, compiler: Compiler): string[] {
  const own = stack.split('\n').flatMap((frame) => {
    const [, name, file, line, column] = /^ +at (?:(.*) \()?(?:async )?(.*?):(\d+):(\d+)\)?$/.exec(frame) ?? [];
    if (!file) return [];
    const script = compiler.find(file);
    if (script) return cellFrame(script, sourcePlace(script, Number(line), Number(column)), name);
    return file.startsWith(process.cwd() + sep) && !file.includes('node_modules') ? [frame] : [];
  });
  const head = (frame?: string) => frame?.split('\n')[0];
  return own.filter((frame, index) => head(frame) !== head(own[index - 1])); // a recursion is told once
}

function cellFrame(script: Script, place: Place | undefined, name: string | undefined): string[] {
  if (!place) return [];
  const where = `Cell [${script.count}], line ${place.line}`;
  const caller = name?.replace('Proxy.', ''); // what a cell declares lives in a proxy of tslab's
  return [`    at ${caller ? `${caller} (${where})` : where}\n${quote(script.source, place)}`];
}
