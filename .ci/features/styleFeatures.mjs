// What a style sheet uses of CSS, as keys of @mdn/browser-compat-data.
import { parse, walk } from 'css-tree';

/** @returns {readonly { readonly keys: readonly string[], readonly file: string, readonly line: number }[]} */
export function styleFeatures(text, file) {
  const uses = [];
  const add = (node, ...keys) => uses.push({ keys, file, line: node.loc.start.line });
  walk(parse(text, { positions: true }), function (node) {
    if (node.type === 'Atrule') add(node, `css.at-rules.${node.name}`);
    if (node.type === 'Feature')
      add(node, `css.at-rules.${node.kind ?? 'media'}.${node.name}`, `css.at-rules.media.${node.name}`);
    if (node.type === 'PseudoClassSelector' || node.type === 'PseudoElementSelector')
      add(node, `css.selectors.${node.name}`);
    if (node.type === 'NestingSelector') add(node, 'css.selectors.nesting');
    if (node.type === 'Declaration' && !node.property.startsWith('-') && !hasPrefixed(this.block, node.property))
      for (const keys of declarationKeys(node)) add(node, ...keys);
  });
  return uses;
}

/** Whether a browser's own name of a property stands beside the common one: that is its fallback. */
function hasPrefixed(block, property) {
  return block?.children.some((one) => one.property === `-webkit-${property}`) ?? false;
}

function declarationKeys({ property: name, value }) {
  const property = `css.properties.${name}`;
  const keys = [[property]];
  walk(value, (part) => {
    if (part.type === 'Identifier')
      keys.push([`${property}.${part.name}`, `${property}.${part.name.replaceAll('-', '_')}`]);
    if (part.type === 'Function') keys.push(functionKeys(property, part.name));
    if (part.type === 'Dimension') keys.push(unitKeys(part.unit));
  });
  return keys;
}

function functionKeys(property, name) {
  const groups = [
    '',
    'color.',
    'transform-function.',
    'gradient.',
    'image.',
    'filter-function.',
    'easing-function.',
    'basic-shape.',
  ];
  return [`${property}.${name}`, ...groups.map((group) => `css.types.${group}${name}`)];
}

/** Units that are not as old as CSS itself. */
function unitKeys(unit) {
  if (/^[dls]v(w|h|i|b|min|max)$/.test(unit)) return ['css.types.length.viewport_percentage_units_dynamic'];
  return [`css.types.length.${unit}`];
}
