import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';

const root = join(__dirname, '../../../..');

/** Something that stands in a source: its file, and its text. */
export interface Place {
  file: string;
  text: string;
}

function files(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return /^(node_modules|build|testing|\..*)$/.test(entry.name) ? [] : files(path);
    return /(?<!\.spec)\.(ts|tsx|mjs)$/.test(entry.name) ? [path] : [];
  });
}

/** Every source of what is shipped. */
const sources = ['apps/api', 'apps/web/app', 'libs']
  .flatMap((folder) => files(join(root, folder)))
  .map((path) => {
    const file = relative(root, path);
    return ts.createSourceFile(file, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  });

/** Everything of a kind in what is shipped. */
function find<T extends ts.Node>(is: (node: ts.Node) => node is T): { file: string; node: T }[] {
  const found: { file: string; node: T }[] = [];
  for (const source of sources) {
    const look = (node: ts.Node) => {
      if (is(node)) found.push({ file: source.fileName, node });
      ts.forEachChild(node, look);
    };
    look(source);
  }
  return found;
}

export const regularExpressions = (): Place[] =>
  find(ts.isRegularExpressionLiteral).map(({ file, node }) => ({ file, text: node.text }));

/** What is called or made, as `createHash` or `client.discovery`, with what is handed over as it is written. */
export const calls = (): (Place & { name: string; given: string[] })[] =>
  find((node) => ts.isCallExpression(node) || ts.isNewExpression(node)).map(({ file, node }) => ({
    file,
    text: node.getText(),
    name: node.expression.getText(),
    given: (node.arguments ?? []).map((argument) => argument.getText()),
  }));

/** The modules that are imported, with the names that are taken from each. */
export const imports = (): (Place & { from: string; names: string[] })[] =>
  find(ts.isImportDeclaration).map(({ file, node }) => {
    const bindings = node.importClause?.namedBindings;
    return {
      file,
      text: node.getText(),
      from: (node.moduleSpecifier as ts.StringLiteral).text,
      names: bindings && ts.isNamedImports(bindings) ? bindings.elements.map(({ name }) => name.text) : [],
    };
  });
