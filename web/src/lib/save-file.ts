/** Hands a file over to keep; the name says nothing of anyone. */
export function saveBlob(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

export const saveText = (name: string, text: string, type = 'text/plain') => saveBlob(name, new Blob([text], { type }));
