import { HttpError } from '@oazapfts/runtime';
import type { Once } from './version.js';

interface Upload {
  /** Of the API, such as `/api/clients/…/documents`. */
  path: string;
  form: FormData;
  /** How much has left, from 0 to 1. */
  onProgress: (share: number) => void;
  signal: AbortSignal;
  /** With which it is taken once, also where it is sent again after a lost answer. */
  once: Once;
}

/**
 * Sends a form with a file. By XMLHttpRequest, since `fetch` does not tell how much has left.
 * @throws HttpError when it is refused, TypeError when no answer came, as the generated client does
 */
export function upload<T>({ path, form, onProgress, signal, once }: Upload): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    for (const [name, value] of Object.entries(once.headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => {
      if (request.status === 201) resolve(JSON.parse(request.responseText) as T);
      else reject(new HttpError(request.status, request.responseText, new Headers()));
    };
    request.onerror = request.ontimeout = () => reject(new TypeError('No answer came.'));
    request.onabort = () => reject(new DOMException('Stopped.', 'AbortError'));
    signal.addEventListener('abort', () => request.abort());
    request.send(form);
  });
}
