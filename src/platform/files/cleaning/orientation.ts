const orientationTag = 0x0112;

/**
 * Which way up a picture is to be shown, from its Exif block (CIPA DC-008, a TIFF file of its own).
 * @returns 1 (as it is) to 8; 1 as well where the block cannot be read
 */
export function orientationIn(tiff: Buffer): number {
  try {
    const little = tiff.toString('latin1', 0, 2) === 'II';
    const short = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
    const long = (at: number) => (little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
    const directory = long(4);
    for (let entry = 0; entry < short(directory); entry += 1) {
      const at = directory + 2 + entry * 12;
      const value = short(at + 8);
      if (short(at) === orientationTag) return value >= 1 && value <= 8 ? value : 1;
    }
  } catch {
    // Nothing that a viewer could turn the picture by either.
  }
  return 1;
}

/** An Exif block that says which way up the picture is, and nothing else. */
export function exifOf(orientation: number): Buffer {
  const tiff = Buffer.from('4d4d002a00000008000101120003000000010000000000000000', 'hex');
  tiff.writeUInt16BE(orientation, 18);
  return tiff;
}
