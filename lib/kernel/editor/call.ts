/** The call whose brackets hold the cursor: the function's signature, and the parameter that is being written. */
import type * as TypeScript from '@tslab/typescript-for-tslab';
import type { Card } from './card';
import { compiler, neverCancelled } from './compiler';
import { document, parameterText } from './doc';
import { optionsOf } from './options';
import type { View } from './view';

export function call({ program, file }: View, position: number): Card | undefined {
  const help = compiler().SignatureHelp.getSignatureHelpItems(program, file, position, undefined, neverCancelled);
  const item = help?.items[help.selectedItemIndex] ?? help?.items[0];
  if (!help || !item) return undefined;
  const { notes, doc, lists, sections } = document(item.documentation, item.tags);
  const [first = '', ...rest] = doc.split(/\n\n/);
  const parameters = item.parameters
    .map((parameter) => ({ name: parameter.name, text: parameterText(parameter.documentation) }))
    .filter(({ text }) => text !== '');
  const options = optionsOf(program.getTypeChecker(), file, help);
  return {
    signature: signature(item),
    notes: [...notes, ...current(help, item), ...overloads(help)],
    doc: first,
    lists: [
      ...(parameters.length > 0 ? [{ title: 'Parameters', items: parameters }] : lists),
      ...(options.length > 0 ? [{ title: 'Options', items: options }] : []),
    ],
    more: rest.join('\n\n'),
    sections,
  };
}

function signature(item: TypeScript.SignatureHelpItem): string {
  const text = (parts: TypeScript.SymbolDisplayPart[]) => parts.map((part) => part.text).join('');
  const parameters = item.parameters.map(({ displayParts }) => text(displayParts));
  return (
    text(item.prefixDisplayParts) + parameters.join(text(item.separatorDisplayParts)) + text(item.suffixDisplayParts)
  );
}

function current({ argumentIndex }: TypeScript.SignatureHelpItems, item: TypeScript.SignatureHelpItem): string[] {
  const index = item.isVariadic ? Math.min(argumentIndex, item.parameters.length - 1) : argumentIndex;
  const parameter = item.parameters[index];
  if (!parameter) return [];
  // A parameter that is taken apart in the declaration has no name but its pattern.
  const pattern = /^(\{.*?\}|\[.*?\])/s.exec(parameter.displayParts.map(({ text }) => text).join(''))?.[0];
  const name = pattern ?? parameter.name;
  return [`Parameter ${index + 1} of ${item.parameters.length}: \`${name}\``];
}

function overloads({ items, selectedItemIndex }: TypeScript.SignatureHelpItems): string[] {
  return items.length > 1 ? [`Overload ${selectedItemIndex + 1} of ${items.length}.`] : [];
}
