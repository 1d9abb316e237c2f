import type { IStylesOptions } from 'docx';

const after = (twips: number) => ({ spacing: { after: twips, line: 264 } });

/** One style for each of a text's; sizes are half points, distances twentieths of a point. */
export const styles: IStylesOptions = {
  default: {
    document: { run: { font: 'Calibri', size: 22, language: { value: 'fr-FR' } } },
  },
  paragraphStyles: [
    { id: 'text', name: 'Texte', quickFormat: true, paragraph: after(160) },
    { id: 'strong', name: 'Objet', basedOn: 'text', quickFormat: true, run: { bold: true } },
    {
      ...{ id: 'title', name: 'Title', basedOn: 'text', next: 'text', quickFormat: true },
      run: { bold: true, size: 32 },
      paragraph: { outlineLevel: 0 },
    },
    {
      ...{ id: 'heading', name: 'heading 1', basedOn: 'text', next: 'text', quickFormat: true },
      run: { bold: true, size: 24 },
      paragraph: { spacing: { before: 240, after: 80 }, outlineLevel: 1 },
    },
    {
      ...{ id: 'item', name: 'List', basedOn: 'text', quickFormat: true },
      paragraph: { ...after(60), indent: { left: 284, hanging: 170 } },
    },
  ],
};
