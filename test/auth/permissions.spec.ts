import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { RolesController } from '../../src/auth/roles.controller.js';
import { Permission, permissionsOf, roles } from '../../src/auth/permissions.js';

const page = readFileSync('docs/permissions.md', 'utf8');

describe('docs/permissions.md', () => {
  it('says of every permission which roles have it, as the program does', () => {
    const cells = [...page.matchAll(/^\|(.*)\|$/gm)].map(([, row]) => row!.split('|').map((cell) => cell.trim()));
    const head = cells.findIndex(([first]) => first === 'permission');
    expect(cells[head]).toEqual(['permission', ...roles]);
    const rows = cells.slice(head + 2, head + 2 + Object.values(Permission).length);
    expect(rows).toEqual(
      Object.values(Permission).map((permission) => [
        `\`${permission}\``,
        ...roles.map((role) => (permissionsOf[role].has(permission) ? 'yes' : '')),
      ]),
    );
  });
});

describe('GET /api/roles', () => {
  it('says the same', () => {
    const { items } = new RolesController().list();
    expect(items.map(({ role, permissions }) => [role, new Set(permissions)])).toEqual(Object.entries(permissionsOf));
  });
});
