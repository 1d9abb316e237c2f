/** Refuses a number where something is named as a price: prices stand in the catalogue only. */
export const priceLiteral = {
  create(context) {
    const check = (node, name, value) => {
      const number = numberOf(value);
      if (number === undefined || number === 0 || !name || !namesPrice(name)) return;
      context.report({
        node: value,
        message: `${name} is given a price here. Take it from libs/contracts/src/catalogue.ts, the only place with prices.`,
      });
    };
    return {
      VariableDeclarator: (node) => check(node, nameOf(node.id), node.init),
      Property: (node) => check(node, nameOf(node.key), node.value),
      PropertyDefinition: (node) => check(node, nameOf(node.key), node.value),
      AssignmentExpression: (node) => check(node, nameOf(node.left), node.right),
      AssignmentPattern: (node) => check(node, nameOf(node.left), node.right),
      BinaryExpression(node) {
        if (!/^([<>]=?|[!=]==?)$/.test(node.operator)) return;
        check(node, nameOf(node.left), node.right);
        check(node, nameOf(node.right), node.left);
      },
    };
  },
};

function nameOf(node) {
  return node.name ?? node.property?.name ?? (node.type === 'Literal' ? node.value : undefined);
}

/** The number that is written there, whatever stands around it: `5`, `-5`, `5 as const`, `cost ?? 5`. */
function numberOf(node) {
  if (!node) return undefined;
  if (node.type === 'Literal') return typeof node.value === 'number' ? node.value : undefined;
  if (node.type === 'LogicalExpression') return numberOf(node.right);
  return numberOf(node.argument ?? node.expression);
}

/** `cost`, `listCost`, `priceCents`, `WELCOME_POINTS`; not `costMs` or `costPerSecond`, which measure something else. */
function namesPrice(name) {
  if (typeof name !== 'string') return false;
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/);
  if (words.some((word) => otherMeasures.has(word))) return false;
  return words.some((word) => priceWords.has(word)) || words[0] === 'welcome';
}

const priceWords = new Set(['cost', 'costs', 'price', 'prices', 'cents', 'bonus']);
const otherMeasures = new Set(['ms', 'seconds', 'bytes', 'per', 'count', 'index', 'length']);
