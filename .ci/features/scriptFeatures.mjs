// What a page's TypeScript uses of JavaScript, of the browser's APIs and of HTML, as keys of @mdn/browser-compat-data.
import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import ts from 'typescript';

/** @typedef {{ readonly keys: readonly string[], readonly file: string, readonly line: number }} Use keys of which the first that is known counts */

/** A program for the files of the page, with the compiler's options of the project. */
export function programOf(entries) {
  const config = ts.readConfigFile('tsconfig.json', ts.sys.readFile).config;
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, '.');
  return ts.createProgram(
    entries.map((file) => resolve(file)),
    options,
  );
}

/** Every file that a page loads, at once or later, from where it begins. */
export function filesOf(program, entries) {
  const found = new Set();
  const open = entries.map((file) => resolve(file));
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    const source = found.has(file) ? undefined : program.getSourceFile(file);
    if (!source) continue;
    found.add(file);
    const visit = (node) => {
      // Types are erased, and load nothing.
      const isErased = (ts.isImportDeclaration(node) && node.importClause?.isTypeOnly) || ts.isTypeNode(node);
      if (isErased) return;
      if (ts.isStringLiteralLike(node) && node.text.startsWith('.')) {
        const target = resolve(dirname(file), node.text.replace(/\?.*$/, ''));
        if (existsSync(target)) open.push(target);
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return [...found].sort();
}

/** @returns {readonly Use[]} */
export function scriptFeatures(program, files) {
  const checker = program.getTypeChecker();
  return files.flatMap((file) => {
    const source = program.getSourceFile(file);
    if (!source) return [];
    const uses = [];
    const add = (node, keys) =>
      keys.length > 0 &&
      uses.push({ keys, file, line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1 });
    const visit = (node) => {
      // What stands in types alone is not there when the page runs.
      if (ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return;
      if (ts.isImportDeclaration(node)) return;
      if (ts.isNewExpression(node) && ts.isIdentifier(node.expression) && isBuiltIn(node.expression)) {
        const { text } = node.expression;
        add(node, [`api.${text}.${text}`, `javascript.builtins.${text}.${text}`]);
      }
      if (ts.isPropertyAccessExpression(node)) add(node.name, memberKeys(node.expression, node.name));
      else if (ts.isIdentifier(node)) add(node, globalKeys(node));
      if (ts.isBindingElement(node) && !node.dotDotDotToken) add(node, boundKeys(node));
      if (ts.isJsxOpeningElement(node) || ts.isJsxSelfClosingElement(node))
        for (const keys of elementKeys(node)) add(node, keys);
      ts.forEachChild(node, visit);
    };
    visit(source);
    return uses;

    function isBuiltIn(node) {
      return declarationsOf(checker.getSymbolAtLocation(node)).length > 0;
    }

    function declarationsOf(symbol) {
      return (symbol?.declarations ?? []).filter((one) => program.isSourceFileDefaultLibrary(one.getSourceFile()));
    }

    function memberKeys(owner, name) {
      const declarations = declarationsOf(checker.getSymbolAtLocation(name));
      if (declarations.length === 0) return [];
      return keysOf([...namesOf(checker.getTypeAtLocation(owner)), ...ownersOf(declarations)], name.text);
    }

    function boundKeys(node) {
      const name = node.propertyName ?? node.name;
      if (!ts.isIdentifier(name) || !ts.isObjectBindingPattern(node.parent)) return [];
      const type = checker.getTypeAtLocation(node.parent);
      const declarations = declarationsOf(checker.getPropertyOfType(type, name.text));
      return declarations.length === 0 ? [] : keysOf([...namesOf(type), ...ownersOf(declarations)], name.text);
    }

    function globalKeys(node) {
      const { parent, text } = node;
      const isName =
        (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
        (ts.isPropertyAssignment(parent) && parent.name === node) ||
        ts.isBindingElement(parent) ||
        ts.isJsxAttribute(parent);
      if (isName || !isBuiltIn(node)) return [];
      return [`api.Window.${text}`, `api.${text}`, `javascript.builtins.${text}`];
    }

    /** A type's own name and those of what it extends, with `typeof X` as X. */
    function namesOf(type) {
      const parts = type.isUnionOrIntersection() ? type.types : [type];
      return parts.flatMap((part) => {
        const apparent = checker.getApparentType(part);
        const bases = apparent.isClassOrInterface() ? checker.getBaseTypes(apparent) : [];
        const name = apparent.symbol?.name;
        return [...(name && name !== '__type' ? [name] : []), ...bases.flatMap(namesOf)];
      });
    }

    function ownersOf(declarations) {
      return declarations.flatMap(({ parent }) => {
        if (ts.isInterfaceDeclaration(parent)) return [parent.name.text];
        return parent.parent && ts.isVariableDeclaration(parent.parent) ? [parent.parent.name.getText()] : [];
      });
    }
  });
}

/** A member may be known under any of the names, as its own or as a static one. */
function keysOf(names, member) {
  return [...new Set(names)].flatMap((full) => {
    const name = full.replace(/^Readonly(?=Array|Map|Set)/, '').replace(/Constructor$/, '');
    return [`api.${name}.${member}`, `api.${name}.${member}_static`, `javascript.builtins.${name}.${member}`];
  });
}

/** React's own names of attributes, where HTML has others. */
const attributes = { htmlFor: 'for', className: 'class' };

function elementKeys(node) {
  const tag = node.tagName.getText();
  if (!/^[a-z]+$/.test(tag)) return [];
  const named = node.attributes.properties.filter(ts.isJsxAttribute).map(({ name }) => name.getText());
  return [
    [`html.elements.${tag}`, `svg.elements.${tag}`],
    ...named.map((name) => {
      const attribute = attributes[name] ?? name.toLowerCase();
      return [`html.elements.${tag}.${attribute}`, `html.global_attributes.${attribute}`];
    }),
  ];
}
