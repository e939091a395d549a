import { boxPadding, type Block, type Paragraph } from './packet.flow.js';
import type { Shortened } from './packet.shorten.js';
import type { Span, Style } from './packet.typesetter.js';
import { dayInWords, momentInWords } from './summary.dates.js';
import { phoneInWords, wordingIn, type Wording } from './summary.texts.js';
import type { AppointmentSection, CaseSummary, Contact } from './summary.types.js';

/** The look of the packet at one type size. Red is for danger to a person and nothing else. */
export class Theme {
  static readonly accent = '#1d4d63';
  static readonly ink = '#1b1f22';
  static readonly muted = '#56606a';
  static readonly panel = '#eef3f5';
  static readonly danger = '#a61b1b';
  static readonly dangerPanel = '#fdf1f0';

  readonly body: Style;
  readonly strong: Style;
  readonly label: Style;
  readonly heading: Style;
  readonly dangerHeading: Style;
  readonly phone: Style;
  readonly bigPhone: Style;
  readonly when: Style;
  readonly name: Style;
  readonly small: Style;

  constructor(readonly size: number) {
    const style = (by: number, color: string, bold = false): Style => ({ size: size * by, color, bold });
    this.body = style(1, Theme.ink);
    this.strong = style(1, Theme.ink, true);
    this.label = style(1, Theme.muted);
    this.heading = style(1.1, Theme.accent, true);
    this.dangerHeading = style(1.25, Theme.danger, true);
    this.phone = style(1.35, Theme.ink, true);
    this.bigPhone = style(1.9, Theme.ink, true);
    this.when = style(1.45, Theme.accent, true);
    this.name = style(1.9, Theme.ink, true);
    this.small = style(0.84, Theme.muted);
  }
}

type Part = 'rights' | 'ifDetained' | 'companions' | 'contacts' | 'familyPlan' | 'identity' | 'status' | 'letter';
type Rest = 'whatToBring' | 'whatNotToBring' | 'ties' | 'timeline';

/** What a reader needs first comes first: the danger box is always on the first page. */
const order: Record<CaseSummary['audience'], (Part | Rest)[]> = {
  client: ['rights', 'ifDetained', 'contacts', 'companions', 'whatToBring', 'whatNotToBring', 'letter'],
  accompanier: [
    'rights',
    'ifDetained',
    'companions',
    'contacts',
    'familyPlan',
    'ties',
    'letter',
    'timeline',
    'status',
    'whatToBring',
    'whatNotToBring',
  ],
  attorney: [
    'identity',
    'status',
    'rights',
    'ifDetained',
    'timeline',
    'letter',
    'ties',
    'familyPlan',
    'contacts',
    'companions',
    'whatToBring',
    'whatNotToBring',
  ],
};

/** The summary as blocks in their order; a section that is not there leaves no heading behind. */
export function blocksOf({ summary, earlierLeftOut, more }: Shortened, theme: Theme): Block[] {
  const words = wordingIn(summary.language);
  const set = new Paragraphs(theme, words);
  const { appointment, familyPlan, identity, timeline } = summary;
  const parts: Record<Part | Rest, () => Paragraph[]> = {
    rights: () => set.bullets(summary.rights),
    ifDetained: () => set.numbered(summary.ifDetained),
    companions: () => [
      ...(summary.companions ?? []).flatMap((one) =>
        set.person(one, [one.roleName, one.unconfirmed].filter(Boolean).join(', ')),
      ),
      ...set.more(more.companions),
    ],
    contacts: () => [
      ...(summary.contacts ?? []).flatMap((one) => set.person(one, about(one))),
      ...set.more(more.contacts),
    ],
    familyPlan: () => [
      ...set.labelled(words.labels.plan, familyPlan?.plan),
      ...(familyPlan?.caregivers ?? []).flatMap((one) =>
        set.person(one, [words.labels.caregiver.toLowerCase(), about(one)].filter(Boolean).join(', ')),
      ),
      ...set.more(more.caregivers),
      ...set.labelled(words.labels.schoolPickup, familyPlan?.schoolPickup),
      ...set.labelled(words.labels.powerOfAttorney, familyPlan?.powerOfAttorney),
      ...set.plain(familyPlan?.note),
    ],
    identity: () => [
      ...set.labelled(words.labels.legalName, identity?.legalName),
      ...set.labelled(words.labels.aliases, identity?.aliases),
      ...set.labelled(words.labels.aNumber, identity?.aNumber),
      ...set.labelled(words.labels.dateOfBirth, identity?.dateOfBirth),
      ...set.labelled(words.labels.countryOfBirth, identity?.countryOfBirth),
    ],
    status: () => [
      ...set.plain(summary.posture),
      ...set.labelled(words.labels.convictions, summary.convictions),
      ...set.labelled(words.labels.relief, summary.relief),
    ],
    letter: () => [
      ...set.bullets(appointment?.letterSays),
      ...set.plain(summary.letterText && `“${summary.letterText}”`),
    ],
    timeline: () => [
      ...(earlierLeftOut ? set.plain(words.labels.earlierLeftOut, theme.label) : []),
      ...(timeline?.entries ?? []).map((entry) => set.dated(dayInWords(entry.on, entry.precision, words), entry.text)),
      ...(timeline?.spans ?? []).flatMap((span) => set.plain(span, theme.strong)),
    ],
    ties: () => set.bullets(summary.ties),
    whatToBring: () => set.bullets(summary.whatToBring),
    whatNotToBring: () => set.bullets(summary.whatNotToBring),
  };
  const headings: Record<Part | Rest, string> = {
    ...words.headings,
    rights: words.rightsHeading[summary.audience],
    status: words.headings.posture,
  };
  return order[summary.audience].flatMap((part) => {
    const paragraphs = parts[part]();
    return paragraphs.length > 0 ? [set.block(headings[part], paragraphs, part === 'ifDetained')] : [];
  });
}

/** Ends a packet from which blocks were left out. */
export function moreInFile(summary: CaseSummary, theme: Theme): Block {
  const words = wordingIn(summary.language);
  const paragraphs = new Paragraphs(theme, words).plain(words.labels.moreInFile, theme.label);
  return { danger: false, whole: true, paragraphs, gap: theme.size };
}

/** The panel on top of the first page: left, when and where; right, whom to call. */
export function panelOf(summary: CaseSummary, theme: Theme): { left: Paragraph[]; right: Paragraph[] } {
  const words = wordingIn(summary.language);
  const set = new Paragraphs(theme, words);
  const { appointment, attorney, organisation } = summary;
  const counsel = attorney
    ? [
        ...set.plain(attorney.name, theme.strong),
        ...set.number(attorney.phone, theme.bigPhone),
        ...set.plain(attorney.g28, theme.label),
      ]
    : set.plain(words.labels.noAttorney);
  return {
    left: appointment
      ? appointmentParagraphs(appointment, set, theme, words)
      : [set.heading(words.headings.appointment), ...set.plain(words.labels.noAppointment)],
    right: [
      set.heading(words.headings.attorney),
      ...counsel.map((one, at) => (at === counsel.length - 1 ? { ...one, gap: theme.size } : one)),
      set.heading(words.labels.office),
      ...set.plain(organisation.name),
      ...set.number(organisation.callBackNumber, theme.phone),
    ],
  };
}

function appointmentParagraphs(
  appointment: AppointmentSection,
  set: Paragraphs,
  theme: Theme,
  words: Wording,
): Paragraph[] {
  const { place } = appointment;
  return [
    set.heading(appointment.title),
    ...set.plain(capitalised(momentInWords(appointment.startsAt, appointment.zone, words)), theme.when),
    ...set.plain(place.name, theme.strong),
    ...place.addressLines.flatMap((line) => set.plain(line)),
    ...set.labelled(words.labels.room, appointment.room),
    ...set.labelled(words.labels.askFor, appointment.askFor),
    ...set.labelled(words.labels.official, appointment.official),
    ...set.labelled(words.labels.entrance, place.entranceNotes),
  ];
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function about({ relation, speaks }: Contact): string {
  return [relation, speaks].filter(Boolean).join(', ');
}

/** Makes paragraphs in the theme; a value that is not known makes none. */
class Paragraphs {
  constructor(
    private readonly theme: Theme,
    private readonly words: Wording,
  ) {}

  heading(text: string): Paragraph {
    return {
      indent: 0,
      spans: [{ text, style: this.theme.heading }],
      gap: this.em(0.3),
      role: 'heading',
      keepsWithNext: true,
    };
  }

  plain(text: string | undefined, style: Style = this.theme.body): Paragraph[] {
    return text ? [{ indent: 0, spans: [{ text, style }], gap: this.em(0.2), role: 'text' }] : [];
  }

  bullets(texts: readonly string[] = []): Paragraph[] {
    return texts.map((text) => this.item({ text: '•', style: this.theme.label }, text, this.em(1.1)));
  }

  numbered(texts: readonly string[] = []): Paragraph[] {
    const style = { ...this.theme.strong, color: Theme.danger };
    return texts.map((text, at) => this.item({ text: `${at + 1}`, style }, text, this.em(1.9)));
  }

  dated(day: string, text: string): Paragraph {
    return this.item({ text: day, style: this.theme.label }, text, this.em(9.2));
  }

  labelled(label: string, value: string | undefined): Paragraph[] {
    return value ? [this.item({ text: label, style: this.theme.label }, value, this.em(7.8))] : [];
  }

  /** Name, what they are to the person, and the number on a line of its own, to be read at arm's length. */
  person({ name, phone }: { name: string; phone?: string | null }, detail: string): Paragraph[] {
    const { strong, label, phone: large } = this.theme;
    const spans: Span[] = [{ text: name, style: strong }, ...(detail ? [{ text: `  ${detail}`, style: label }] : [])];
    const number = this.number(phone, large);
    return [
      { indent: 0, spans, gap: 0, role: 'text', keepsWithNext: true },
      ...(number.length > 0 ? number : this.plain(this.words.labels.noNumber, label)),
    ];
  }

  more(count: number): Paragraph[] {
    return count > 0 ? this.plain(this.words.more(count), this.theme.label) : [];
  }

  number(phone: string | null | undefined, style: Style): Paragraph[] {
    return phone
      ? [
          {
            indent: 0,
            spans: [{ text: phoneInWords(phone), style }],
            gap: this.em(0.4),
            link: `tel:${phone}`,
            role: 'text',
          },
        ]
      : [];
  }

  block(heading: string, paragraphs: Paragraph[], danger: boolean): Block {
    const title = this.heading(heading);
    if (danger) title.spans = [{ text: heading, style: this.theme.dangerHeading }];
    return {
      danger,
      whole: danger || paragraphs.length <= 8,
      paragraphs: [title, ...paragraphs],
      gap: danger ? boxPadding.y + 4 : this.em(1.15),
    };
  }

  private item(marker: Span, text: string, indent: number): Paragraph {
    return { marker, indent, spans: [{ text, style: this.theme.body }], gap: this.em(0.28), role: 'item' };
  }

  private em(by: number): number {
    return this.theme.size * by;
  }
}
