import ts from 'typescript';

/** What sources do with contracts, by the names under which `#libs/contracts` exports them. */
export interface SourceFacts {
  /** Named in a `@Handles(…)`. */
  readonly handled: ReadonlySet<string>;
  /** Used as a value, not only as a type. */
  readonly used: ReadonlySet<string>;
  /** Our libraries that are imported. */
  readonly libs: ReadonlySet<string>;
}

/** Reads TypeScript without running or type-checking it. */
export function factsOf(texts: readonly string[]): SourceFacts {
  const facts = {
    handled: new Set<string>(),
    used: new Set<string>(),
    libs: new Set<string>(),
  };
  for (const text of texts) {
    const file = ts.createSourceFile('source.ts', text, ts.ScriptTarget.Latest, true);
    const names = new Map<string, string>();
    for (const statement of file.statements) readImport(statement, names, facts.libs);
    const visit = (node: ts.Node): void => {
      if (ts.isImportDeclaration(node) || ts.isTypeNode(node)) return;
      const name = ts.isIdentifier(node) && !isMember(node) && names.get(node.text);
      if (name) facts.used.add(name);
      if (name && isArgumentOf('Handles', node)) facts.handled.add(name);
      ts.forEachChild(node, visit);
    };
    visit(file);
  }
  return facts;
}

function readImport(statement: ts.Statement, names: Map<string, string>, libs: Set<string>): void {
  if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) return;
  const from = statement.moduleSpecifier.text;
  if (from.startsWith('#libs/')) libs.add(from.slice('#libs/'.length));
  const named = statement.importClause?.namedBindings;
  if (from !== '#libs/contracts' || !named || !ts.isNamedImports(named)) return;
  for (const { name, propertyName } of named.elements) {
    names.set(name.text, (propertyName ?? name).text);
  }
}

/** In `a.b` and `{ b: 1 }`, `b` names a member and not what was imported. */
function isMember(node: ts.Identifier): boolean {
  const { parent } = node;
  return (
    (ts.isPropertyAccessExpression(parent) || ts.isPropertyAssignment(parent)) &&
    parent.name === node
  );
}

function isArgumentOf(callee: string, node: ts.Node): boolean {
  const { parent } = node;
  return (
    ts.isCallExpression(parent) &&
    ts.isIdentifier(parent.expression) &&
    parent.expression.text === callee &&
    parent.arguments.some((argument) => argument === node)
  );
}
