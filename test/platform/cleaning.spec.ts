import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cleaned } from '../../src/platform/files/cleaning/cleaned.js';
import { mediaTypeOf } from '../../src/platform/files/media-type.js';
import { aPhotograph, pictureEndings } from '../documents/photographs.js';

describe('A picture that somebody spoilt', () => {
  it.each(pictureEndings)('is cleaned or refused, and harms nobody (%s)', async (ending) => {
    const photograph = aPhotograph(ending);
    const mediaType = (await mediaTypeOf(photograph))!;
    const spoilt = fc.record({
      length: fc.integer({ min: 12, max: photograph.length }),
      changes: fc.array(fc.tuple(fc.nat(photograph.length - 1), fc.nat(255)), { maxLength: 6 }),
    });
    fc.assert(
      fc.property(spoilt, ({ length, changes }) => {
        const content = Buffer.from(photograph.subarray(0, length));
        for (const [at, byte] of changes) if (at < length) content[at] = byte;
        expect(cleaned(content, mediaType)?.length ?? 0).toBeLessThanOrEqual(length + 64);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is refused when it is made of nothing but headers', () => {
    const many = (header: string, times: number) => Buffer.from(header.repeat(times), 'hex');
    const jpeg = Buffer.concat([many('ffd8', 1), many('ffdb0002', 50_000), many('ffda0002', 1)]);
    expect(cleaned(jpeg, 'image/jpeg')).toBeUndefined();
    const heif = many('0000000866726565', 50_000);
    expect(cleaned(heif, 'image/heif')).toBeUndefined();
  });
});
