import { useMutation } from '@tanstack/react-query';
import { documentsOpen, type DocumentAnswer } from '../../../api/client.js';
import { saveBlob } from '../../../lib/save-file.js';

const endings: Record<string, string> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/heic': 'heic',
};

/** Takes the content of a document out, as a file that is called by the code of the case. */
export const useDocumentFile = (code: string) =>
  useMutation({
    mutationFn: async ({ id, mediaType }: Pick<DocumentAnswer, 'id' | 'mediaType'>) =>
      saveBlob(`${code}-${id.slice(-6)}.${endings[mediaType] ?? 'bin'}`, await documentsOpen(id)),
  });
