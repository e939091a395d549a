import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { addressOf, ask, type Role } from './browser.js';

/** Every page, for one of those who may open it. `case`, `merge` and `appointment` stand for the first of each. */
export const pages: Partial<Record<Role, string[]>> = {
  attorney: [
    '/',
    '/cases',
    'case',
    'case?tab=documents',
    'case?tab=reminders',
    'case?tab=people',
    '/log-a-letter',
    '/appointments',
    'appointment',
    '/reminders',
    '/settings',
  ],
  supervisor: [
    'case?tab=history',
    '/patterns',
    '/patterns?report=charges',
    '/emergency',
    '/settings/emergencies',
    '/settings/access-reviews',
    '/settings/reminder-plan',
    '/settings/wordings',
    '/settings/retention',
    '/settings/legal-demands',
    'merge',
  ],
  administrator: [
    '/',
    '/settings/users',
    '/settings/places',
    '/settings/organization',
    '/settings/roles',
    '/settings/keys',
    '/settings/tokens',
  ],
  auditor: ['/audit', '/settings/retention', '/settings/legal-demands'],
};

const first = async (page: Page, noun: string) => (await ask<{ items: { id: string }[] }>(page, noun)).items[0]!.id;

/** The address of what a name in `pages` stands for, to whoever is signed in. */
async function pathOf(page: Page, name: string): Promise<string> {
  if (name === 'appointment') return `/appointments/${await first(page, 'appointments')}`;
  if (name === 'merge') return `/cases/${await first(page, 'clients')}/merge`;
  return name.startsWith('case') ? `/cases/${await first(page, 'clients')}${name.slice('case'.length)}` : name;
}

/** Opens one of `pages` and waits until it has its heading. */
export async function visit(page: Page, name: string): Promise<void> {
  await page.goto(addressOf(await pathOf(page, name)));
  await page.getByRole('heading', { level: 1 }).waitFor();
}

/** PICTURES=<folder> keeps a picture of each page that is walked through. */
export const pictures = process.env.PICTURES;

const taken = new Set<string>();

export async function picture(page: Page, name: string, look: string): Promise<void> {
  if (!pictures) return;
  await mkdir(pictures, { recursive: true });
  const file = join(pictures, `${name.replace(/\W+/g, '-').replace(/^-/, '') || 'today'}.${look}.png`);
  if (taken.has(file)) return;
  taken.add(file);
  await page.screenshot({ path: file, fullPage: true });
}
