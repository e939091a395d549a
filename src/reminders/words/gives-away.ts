/**
 * Words that tell whoever reads over a shoulder what a message is about, in every language that messages are worded in:
 * authorities, courts, lawyers, detention, papers. A stem stands for what begins with it.
 */
const stems = [
  // English, and what is called so everywhere
  ...['immigra', 'migrat', 'deport', 'detain', 'detention', 'lawyer', 'attorney', 'legal', 'asylum', 'visa', 'arrest'],
  ...['fingerprint', 'uscis', 'eoir', 'nypd', 'polic', 'undocumented', 'varick', 'hearing', 'removal', 'defender'],
  // Spanish, French, Haitian Creole
  ...['inmigra', 'migraci', 'migratori', 'detenid', 'detenci', 'tribunal', 'juez', 'abogad', 'asilo', 'indocumentad'],
  ...[
    'huella',
    'audiencia',
    'expuls',
    'détention',
    'détenu',
    'avocat',
    'asile',
    'empreinte',
    'préfecture',
    'sans-papiers',
  ],
  ...['imigrasyon', 'depòt', 'detansyon', 'tribinal', 'avoka', 'azil', 'viza', 'lapolis', 'anprent'],
  // Russian
  ...[
    'иммигра',
    'миграц',
    'депорт',
    'задерж',
    'арест',
    'судебн',
    'судья',
    'адвокат',
    'юрист',
    'убежищ',
    'виза',
    'визов',
  ],
  ...['полици', 'отпечат'],
];
const wholeWords = [
  'ice',
  'i.c.e',
  'dhs',
  'cbp',
  'migra',
  'court',
  'courts',
  'judge',
  'juge',
  'corte',
  'jij',
  'суд',
  'суда',
  'суде',
];
/** Scripts without spaces between words, or with what is written onto them. */
const anywhere = [
  ...['移民', '遣返', '驱逐', '驅逐', '拘留', '拘捕', '逮捕', '法院', '法庭', '法官', '律师', '律師', '庇护', '庇護'],
  ...['签证', '簽證', '指纹', '指紋', '警察', '绿卡', '綠卡'],
  ...['অভিবাসন', 'ইমিগ্রেশন', 'নির্বাসন', 'আটক', 'গ্রেফতার', 'গ্রেপ্তার', 'আদালত', 'উকিল', 'আইনজীবী', 'ভিসা', 'পুলিশ'],
  ...['هجرة', 'ترحيل', 'احتجاز', 'اعتقال', 'محكمة', 'محام', 'لجوء', 'تأشيرة', 'شرطة', 'بصمات'],
];

const escaped = (words: string[]) => words.map((word) => word.replaceAll('.', '\\.')).join('|');
const telling = new RegExp(
  `(?<!\\p{L})(?:${escaped(stems)})|(?<!\\p{L})(?:${escaped(wholeWords)})(?!\\p{L})|(?:${escaped(anywhere)})`,
  'iu',
);
/** A time of day, or a date in figures. */
const when = /\d{1,2}[:.h]\d{2}(?!\d)|\d{4}-\d{2}-\d{2}|(?<!\d)\d{1,2}\/\d{1,2}(?!\d)/;

/** The first thing in a text that should not be read by others; undefined where there is none. */
export function givesAway(text: string): string | undefined {
  return telling.exec(text)?.[0] ?? when.exec(text)?.[0];
}
