import { dirname, resolve } from 'node:path';
import { importTable, packageOwners, pureFile, specs } from './import-table.mjs';
import { placeOf, tableNameOf } from './place.mjs';

/** Refuses an import that the table does not allow, in whatever form it is written, types included. */
export const imports = {
  create(context) {
    const file = context.filename;
    const place = placeOf(file);
    if (!place) return {};
    const pure =
      /^(libs|services)\//.test(place) &&
      !isSpec(file) &&
      /^\s*(export )?(const|function) evolve\b/m.test(context.sourceCode.text);
    const check = (node) => {
      const name = node.source?.value;
      if (typeof name !== 'string') return;
      const problem = problemOf(name, file, place) ?? (pure ? impureImport(name) : undefined);
      if (problem) context.report({ node, message: problem });
    };
    return {
      ImportDeclaration: check,
      ExportAllDeclaration: check,
      ExportNamedDeclaration: check,
      ImportExpression: check,
      TSImportType: check,
    };
  },
};

function problemOf(name, file, place) {
  const rule = importTable[tableNameOf(place)];
  if (rule === 'everything') return undefined;
  if (!rule) {
    return place.startsWith('libs/')
      ? `${place} is not in the import table. Add a line for it to tools/lint/import-table.mjs.`
      : undefined;
  }
  if (name.startsWith('.')) return relativeProblem(placeOf(resolve(dirname(file), name)), place);
  if (name.startsWith('#libs/')) return libProblem(name.split('/')[1], file, place, rule);
  return packageProblem(name, file, place, rule);
}

function relativeProblem(target, place) {
  if (target === place || importTable[tableNameOf(place)].folders?.includes(target))
    return undefined;
  if (target?.startsWith('services/')) {
    return `${place} must not import ${target}. Services talk by message: call its contract.`;
  }
  return `This path climbs out of ${place} into ${target ?? 'a place outside of the tree'}. Import a library by its name, #libs/….`;
}

function libProblem(lib, file, place, { libs }) {
  if (`libs/${lib}` === place) {
    return `${place} imports itself by name, which is a cycle. Import the file by its relative path.`;
  }
  if (libs.includes(lib) || (isSpec(file) && specs.libs.includes(lib))) return undefined;
  const allowed =
    libs.length > 0 ? libs.map((one) => `#libs/${one}`).join(', ') : 'nothing of ours';
  return `${place} must not import #libs/${lib}: it may import ${allowed}. Move the code to where it may, or hand the value over as an argument.`;
}

function packageProblem(name, file, place, { packages }) {
  if (isSpec(file) && isOneOf(name, specs.packages)) return undefined;
  if (packages && !isOneOf(name, packages)) {
    const allowed = packages.length > 0 ? `${packages.join(', ')} only` : 'no package at all';
    return `${place} must not import ${name}: it may import ${allowed}. Move the code to the library that may.`;
  }
  const owned = Object.keys(packageOwners).find((owner) => isOneOf(name, [owner]));
  if (!owned || packageOwners[owned].includes(tableNameOf(place))) return undefined;
  return `${place} must not import ${name}: it belongs to ${packageOwners[owned][0]}. Use what #${packageOwners[owned][0]} exports.`;
}

function impureImport(name) {
  const allowed = [...pureFile.libs.map((lib) => `#libs/${lib}`), ...pureFile.packages];
  if (allowed.includes(name) || /^\.\.?\/.*-account\.js$/.test(name)) return undefined;
  return `A file that declares evolve is pure and must not import ${name}. Take the value as an argument, or import #libs/contracts and other *-account files.`;
}

function isSpec(file) {
  return file.endsWith('.spec.ts');
}

/** True for a listed package, a path inside it, or anything under a listed prefix such as `node:`. */
function isOneOf(name, list) {
  return list.some((one) =>
    /[:/]$/.test(one) ? name.startsWith(one) : name === one || name.startsWith(`${one}/`),
  );
}
