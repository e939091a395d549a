import { SegmentedMessage } from 'sms-segments-calculator';

/** What a text message takes on its way. */
export interface TextLength {
  /** `gsm7`: seven bits a character; `ucs2`: sixteen, as soon as one character is not of the Latin alphabet of phones. */
  encoding: 'gsm7' | 'ucs2';
  /** Units of that encoding. */
  units: number;
  /** Messages that it is cut into, each of which is charged; 160 units (UCS-2: 70), 153 (67) when there are several. */
  segments: number;
}

/** Length of a text message by GSM 03.38. */
export function textLength(text: string): TextLength {
  const message = new SegmentedMessage(text);
  const gsm = message.getEncodingName() === 'GSM-7';
  const bits = message.segments.reduce((sum, segment) => sum + segment.messageSizeInBits(), 0);
  return { encoding: gsm ? 'gsm7' : 'ucs2', units: bits / (gsm ? 7 : 16), segments: message.segmentsCount };
}
