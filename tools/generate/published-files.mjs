/**
 * What a release writes: the contracts of today, which no later change may break without a reason.
 * @param {(path: string) => Promise<any>} load
 * @param {string} root
 * @returns {Promise<import('./index.d.mts').Generated>}
 */
export async function publishedFiles(load, root) {
  const { publicationFiles, publishedFolder } = await load('libs/documents/src/index.js');
  return { files: publicationFiles(root), folders: [publishedFolder] };
}
