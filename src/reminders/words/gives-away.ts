/**
 * Words that tell whoever reads over a shoulder what a message is about, in every language that messages are worded in:
 * authorities, courts, lawyers, detention, papers. A stem stands for what begins with it.
 */
const stems = [
  /(?<!\p{L})(?:immigra|migrat|deport|detain|detention|lawyer|attorney|legal|asylum|visa|arrest)/iu,
  /(?<!\p{L})(?:fingerprint|uscis|eoir|nypd|polic|undocumented|hearing|removal|defender)/iu,
  /(?<!\p{L})(?:inmigra|migraci|migratori|detenid|detenci|tribunal|juez|abogad|asilo|indocumentad)/iu,
  /(?<!\p{L})(?:huella|audiencia|expuls|détention|détenu|avocat|asile|empreinte|préfecture)/iu,
  /(?<!\p{L})(?:sans-papiers|imigrasyon|depòt|detansyon|tribinal|avoka|azil|viza|lapolis|anprent)/iu,
  /(?<!\p{L})(?:иммигра|миграц|депорт|задерж|арест|судебн|судья|адвокат|юрист|убежищ|виза|визов)/iu,
  /(?<!\p{L})(?:полици|отпечат)/iu,
];
const wholeWords = /(?<!\p{L})(?:ice|i\.c\.e|dhs|cbp|migra|court|courts|judge|juge|corte|jij|суд|суда|суде)(?!\p{L})/iu;
/** Scripts without spaces between words, or with what is written onto them. */
const anywhere = [
  /移民|遣返|驱逐|驅逐|拘留|拘捕|逮捕|法院|法庭|法官|律师|律師|庇护|庇護|签证|簽證|指纹|指紋|警察|绿卡/u,
  /綠卡|অভিবাসন|ইমিগ্রেশন|নির্বাসন|আটক|গ্রেফতার|গ্রেপ্তার|আদালত/u,
  /উকিল|আইনজীবী|ভিসা|পুলিশ|هجرة|ترحيل|احتجاز|اعتقال|محكمة|محام/u,
  /لجوء|تأشيرة|شرطة|بصمات/u,
];
/** Places that are known for what is done there. */
const where = /(?<!\p{L})varick/iu;
/** A time of day, or a date in figures. */
const when = /\d{1,2}[:.h]\d{2}(?!\d)|\d{4}-\d{2}-\d{2}|(?<!\d)\d{1,2}\/\d{1,2}(?!\d)/;

/** The first thing in a text that should not be read by others; undefined where there is none. */
export function givesAway(text: string): string | undefined {
  return saysWhy(text) ?? firstOf([where, when], text);
}

/** The first word that tells what an appointment is about, also beside a day and a place. */
export function saysWhy(text: string): string | undefined {
  return firstOf([...stems, wholeWords, ...anywhere], text);
}

function firstOf(tellings: RegExp[], text: string): string | undefined {
  for (const telling of tellings) {
    const found = telling.exec(text);
    if (found) return found[0];
  }
  return undefined;
}
