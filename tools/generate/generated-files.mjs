/**
 * Every file that is written from the code. `load` imports a module of ours by its path from the root: the built one
 * for the command, the source for a test.
 * @param {(path: string) => Promise<any>} load
 * @param {string} root
 * @returns {Promise<import('./index.d.mts').Generated>}
 */
export async function generatedFiles(load, root) {
  const { contractDocuments } = await load('libs/documents/src/index.js');
  const { openApiFile } = await load('services/website/src/api-docs/open-api-file.js');
  const { permissionsFile } = await load('libs/messaging/src/index.js');
  const permissions = { path: 'deploy/nats/permissions.conf', text: permissionsFile() };
  return {
    files: [...contractDocuments(root), openApiFile(), permissions],
    folders: ['docs/schemas'],
  };
}
