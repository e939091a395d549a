import { createHmac } from 'node:crypto';
import type { TestApplication } from '../support/application.js';
import { Provider } from '../support/provider.js';

const authToken = 'token-of-ours';
export const publicUrl = 'https://letters.example.org';

/** As Twilio signs: the address and each name and value of the form in the order of names. */
export function signature(path: string, form: Record<string, string>): string {
  const text = Object.keys(form)
    .sort()
    .reduce((all, name) => `${all}${name}${form[name]}`, publicUrl + path);
  return createHmac('sha1', authToken).update(text).digest('base64');
}

/** Stands for Twilio: takes messages over, and reports to the application what became of them and what people answer. */
export class Twilio {
  private messages = 0;

  private constructor(readonly provider: Provider) {}

  static async start(): Promise<Twilio> {
    const twilio = new Twilio(await Provider.start());
    twilio.forget();
    return twilio;
  }

  /** What tells the application to send by it. */
  get environment() {
    return {
      PUBLIC_URL: publicUrl,
      TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
      TWILIO_AUTH_TOKEN: authToken,
      TWILIO_FROM: '+17185550100',
      TWILIO_API_URL: this.provider.url,
    };
  }

  /** Forgets what it was sent, and takes over what comes. */
  forget(): void {
    this.provider.forget();
    this.provider.usually = () => ({ status: 201, body: { sid: `SM${(this.messages += 1)}` } });
  }

  /** The numbers it was to write to. */
  get writtenTo(): (string | null)[] {
    return this.provider.heard.map(({ body }) => new URLSearchParams(body).get('To'));
  }

  reports(app: TestApplication, path: string, form: Record<string, string>, signed = signature(path, form)) {
    return app.anonymous.post(path).type('form').set('x-twilio-signature', signed).send(form);
  }

  /** Somebody answers a text message. */
  says(app: TestApplication, from: string, text: string, id = `SMin${(this.messages += 1)}`) {
    const form = { MessageSid: id, From: from, To: this.environment.TWILIO_FROM, Body: text };
    return this.reports(app, '/api/webhooks/twilio/messages', form);
  }

  stop(): Promise<void> {
    return this.provider.stop();
  }
}
