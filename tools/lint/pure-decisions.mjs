/**
 * Functions named decide…, evolve… and project…, every function of a file that declares `evolve`, and the functions
 * of the same file that they call, are pure: time and ids arrive as arguments.
 */
export const pureDecisions = {
  create(context) {
    const functions = [];
    const stack = [];
    const inside = (node, what) => stack.at(-1)?.sins.push({ node, what });
    const enter = (node) => {
      const name = functionName(node);
      // A nested function without a name of its own belongs to the one around it.
      const around = stack.at(-1);
      const own = name || !around ? newFunction(node, name, around) : around;
      if (own !== around) functions.push(own);
      stack.push(own);
      if (node.async) own.sins.push({ node, what: 'async' });
      if (node.generator) own.sins.push({ node, what: 'a generator' });
    };
    const leave = () => void stack.pop();
    return {
      FunctionDeclaration: enter,
      'FunctionDeclaration:exit': leave,
      FunctionExpression: enter,
      'FunctionExpression:exit': leave,
      ArrowFunctionExpression: enter,
      'ArrowFunctionExpression:exit': leave,
      AwaitExpression: (node) => inside(node, 'await'),
      ForOfStatement: (node) => node.await && inside(node, 'for await'),
      ThisExpression: (node) => inside(node, 'this'),
      ImportExpression: (node) => inside(node, 'import()'),
      NewExpression(node) {
        const clock = node.callee.name === 'Date' && node.arguments.length === 0;
        if (clock) inside(node, 'new Date()');
      },
      CallExpression(node) {
        if (node.callee.name === 'Date') inside(node, 'Date()');
      },
      MemberExpression(node) {
        const path = `${node.object.name}.${node.property.name}`;
        if (impurePaths.has(path)) inside(node, path);
      },
      Identifier(node) {
        if (isPropertyName(node)) return;
        stack.at(-1)?.mentions.add(node.name);
        if (impureNames.has(node.name)) inside(node, node.name);
      },
      'Program:exit'() {
        for (const { name, sins } of pureOnes(functions)) {
          for (const { node, what } of sins)
            context.report({ node, message: messageOf(name, what) });
        }
      },
    };
  },
};

const pureName = /^(decide|evolve|project)(?![a-z])/;

const impurePaths = new Set(['Date.now', 'Math.random', 'Temporal.Now']);
const impureNames = new Set([
  ...['process', 'performance', 'randomUUID', 'randomBytes', 'randomInt', 'crypto', 'fetch'],
  ...['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'console', 'globalThis'],
]);

function messageOf(name, what) {
  return `${name || 'A function of a pure file'} is pure and must not use ${what}. Take the time, the id or the value as an argument.`;
}

function pureOnes(functions) {
  const wholeFile = functions.some(({ name }) => name === 'evolve');
  if (wholeFile) return functions;
  const pure = functions.filter(({ name }) => pureName.test(name));
  // The array grows while it is walked: what a pure function calls is pure as well.
  for (const own of pure) {
    for (const one of functions) {
      const reached = one.around === own || (one.callable && own.mentions.has(one.name));
      if (reached && !pure.includes(one)) pure.push(one);
    }
  }
  return pure;
}

function newFunction(node, name, around) {
  const callable = Boolean(node.id) || node.parent.type === 'VariableDeclarator';
  return { name, around, callable, sins: [], mentions: new Set() };
}

function functionName(node) {
  const { parent } = node;
  if (node.id) return node.id.name;
  if (parent.type === 'VariableDeclarator') return parent.id.name ?? '';
  if (['MethodDefinition', 'Property', 'PropertyDefinition'].includes(parent.type)) {
    return parent.key.name ?? '';
  }
  return '';
}

/** `row.process` and `{ process: 1 }` name a property, not the thing. */
function isPropertyName(node) {
  const { parent } = node;
  if (parent.type === 'MemberExpression') return parent.property === node && !parent.computed;
  if (/^TS|^ImportSpecifier|^ExportSpecifier/.test(parent.type)) return true;
  const keyed = ['Property', 'PropertyDefinition', 'MethodDefinition'].includes(parent.type);
  return keyed && parent.key === node && !parent.computed && !parent.shorthand;
}
