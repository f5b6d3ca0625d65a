/** The keys of the options object that a call takes at the cursor, with what is said of each. */
import type * as TypeScript from '@tslab/typescript-for-tslab';
import { compiler } from './compiler';
import { plainText } from './doc';

/** More keys than this make no page to read. */
const most = 40;

export function optionsOf(
  checker: TypeScript.TypeChecker,
  file: TypeScript.SourceFile,
  { applicableSpan, argumentIndex }: TypeScript.SignatureHelpItems,
): { name: string; text: string }[] {
  const call = callAround(file, applicableSpan.start);
  const parameter = call && checker.getResolvedSignature(call)?.parameters[argumentIndex];
  if (!parameter) return [];
  const type = checker.getNonNullableType(checker.getTypeOfSymbolAtLocation(parameter, call));
  if (!isOptions(type)) return [];
  const keys = checker.getPropertiesOfType(type);
  if (keys.length > most) return [];
  const ts = compiler();
  return keys.map((key) => {
    const optional = (key.flags & ts.SymbolFlags.Optional) !== 0;
    const of = checker.getTypeOfSymbolAtLocation(key, call);
    const kind = checker.typeToString(optional ? checker.getNonNullableType(of) : of);
    const [first = ''] = plainText(key.getDocumentationComment(checker)).split(/\n\s*\n/); // the rest is for its own hover
    return { name: `${key.name}${optional ? '?' : ''}: ${kind}`, text: first.replace(/\s*\n\s*/g, ' ') };
  });
}

/** The innermost call whose brackets begin at or before a place and hold it. */
function callAround(
  file: TypeScript.SourceFile,
  place: number,
): TypeScript.CallExpression | TypeScript.NewExpression | undefined {
  const ts = compiler();
  let node: TypeScript.Node | undefined = ts.findPrecedingToken(place, file);
  while (node && !((ts.isCallExpression(node) || ts.isNewExpression(node)) && node.expression.end < place)) {
    node = node.parent;
  }
  return node;
}

/** An object that is written for the call: not a list, a function, a tensor or another thing with methods. */
function isOptions(type: TypeScript.Type): boolean {
  const ts = compiler();
  return (
    (type.flags & ts.TypeFlags.Object) !== 0 &&
    !type.isClass() &&
    type.getCallSignatures().length === 0 &&
    !type.getProperties().some(({ flags }) => (flags & ts.SymbolFlags.Method) !== 0)
  );
}
