/** What is taken, by content alone. Nothing in it that a browser or an office program would run by itself as it is served. */
export const mediaTypes = [
  'application/pdf',
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/heic',
  'image/heif',
] as const;
export type MediaType = (typeof mediaTypes)[number];

export const endings: Record<MediaType, string> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/heic': 'heic',
  'image/heif': 'heif',
};

/** What bytes are, whatever their name or their sender says; undefined for what is not taken. */
export async function mediaTypeOf(content: Buffer): Promise<MediaType | undefined> {
  // Loaded at first use, as most processes never are sent a file.
  const { fileTypeFromBuffer } = await import('file-type');
  const found = await fileTypeFromBuffer(content);
  return mediaTypes.find((type) => type === found?.mime);
}
