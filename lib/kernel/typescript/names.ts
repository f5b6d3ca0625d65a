/**
 * A variable is the same in each cell that names it. What cells declare lives in `exports`, and tslab writes that in
 * front of the names of earlier cells; here stands what it leaves out, before it begins.
 */
import type * as TypeScript from '@tslab/typescript-for-tslab';

const ts = require('@tslab/typescript-for-tslab') as typeof TypeScript;
const { factory } = ts;

export function oneVariableEach(
  checker: TypeScript.TypeChecker,
): TypeScript.TransformerFactory<TypeScript.SourceFile>[] {
  return [spellOut(checker), share];
}

/** `{ a }` in an object would mean a variable that isn't there; `a` in `const { a: b } = …` is none at all. */
function spellOut(checker: TypeScript.TypeChecker): TypeScript.TransformerFactory<TypeScript.SourceFile> {
  /** Whether a name is that of a variable of an earlier cell: those are declared in a file of tslab's own. */
  const isEarlier = (name: TypeScript.ShorthandPropertyAssignment) =>
    checker
      .getShorthandAssignmentValueSymbol(name)
      ?.declarations?.some((declaration) => declaration.getSourceFile().fileName.endsWith('/__prev__.d.ts'));

  return (context) => (file) => {
    const visit = (node: TypeScript.Node): TypeScript.Node => {
      const visited = ts.visitEachChild(node, visit, context);
      if (ts.isShorthandPropertyAssignment(node) && isEarlier(node)) return inExports(node.name.text, visited);
      if (ts.isBindingElement(visited) && visited.propertyName && ts.isIdentifier(visited.propertyName)) {
        const { dotDotDotToken, propertyName, name, initializer } = visited;
        return factory.updateBindingElement(visited, dotDotDotToken, anew(propertyName.text), name, initializer);
      }
      return visited;
    };
    return ts.visitEachChild(file, visit, context);
  };
}

/** `{ a }` as `{ a: exports.a }`, and `{ a = 1 }` on the left of an assignment as `{ a: exports.a = 1 }`. */
function inExports(name: string, visited: TypeScript.Node): TypeScript.PropertyAssignment {
  const { objectAssignmentInitializer: fallback } = visited as TypeScript.ShorthandPropertyAssignment;
  const variable = factory.createPropertyAccessExpression(anew('exports'), anew(name));
  return factory.createPropertyAssignment(
    anew(name),
    fallback ? factory.createAssignment(variable, fallback) : variable,
  );
}

/** A name that tslab leaves as it is, since it stands for none in the source. */
function anew(name: string): TypeScript.Identifier {
  return factory.createIdentifier(name);
}

/**
 * `let a` as `export let a`: the functions of its own cell then look into `exports` as well, and see what later cells
 * assign. With `export { a }` alone, which tslab appends, they would keep a variable of their own.
 */
function share(): TypeScript.Transformer<TypeScript.SourceFile> {
  return (file) => {
    const shared = new Set<string>();
    const statements = file.statements.map((statement) => {
      if (!ts.isVariableStatement(statement) || statement.declarationList.flags & ts.NodeFlags.Const) return statement;
      if (statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return statement;
      for (const { name } of statement.declarationList.declarations) collect(name, shared);
      return factory.updateVariableStatement(
        statement,
        [factory.createModifier(ts.SyntaxKind.ExportKeyword), ...(statement.modifiers ?? [])],
        statement.declarationList,
      );
    });
    return factory.updateSourceFile(
      file,
      shared.size === 0 ? file.statements : statements.map((one) => without(one, shared)),
    );
  };
}

function collect(name: TypeScript.BindingName, names: Set<string>): void {
  if (ts.isIdentifier(name)) names.add(name.text);
  else for (const element of name.elements) if (ts.isBindingElement(element)) collect(element.name, names);
}

/** The export clause that tslab appends, without what is exported where it is declared. */
function without(statement: TypeScript.Statement, names: Set<string>): TypeScript.Statement {
  if (!ts.isExportDeclaration(statement) || !statement.exportClause || !ts.isNamedExports(statement.exportClause)) {
    return statement;
  }
  const elements = statement.exportClause.elements.filter(({ name }) => !names.has(name.text));
  const clause = factory.updateNamedExports(statement.exportClause, elements);
  return factory.updateExportDeclaration(
    statement,
    statement.modifiers,
    statement.isTypeOnly,
    clause,
    statement.moduleSpecifier,
    statement.assertClause,
  );
}
