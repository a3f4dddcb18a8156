import { describe, expect, test } from 'vitest';
import { type Actor, nobody } from '#lib/core/permission/actor.ts';
import { type Action, may, permissions } from '#lib/core/permission/table.ts';

const ministry: Actor = { kind: 'ministry', id: 'm', name: '厚労' };
const iwate: Actor = { kind: 'prefecture', id: 'p', name: '岩手', prefecture: '03' };
const clerk: Actor = {
  kind: 'hospital',
  organisation: 'H1',
  prefecture: '03',
  round: 'r1',
  purpose: 'answer',
  name: '担当',
};
const reader: Actor = { ...clerk, purpose: 'list' };
const actions = Object.keys(permissions).filter((name): name is Action => name in permissions);
const answer = { round: 'r1', organisation: 'H1', prefecture: '03' };

describe('the permission table', () => {
  test('lets nobody who is not signed in do anything but see the door, leave, and follow a link for unsubscribing', () => {
    expect(actions.filter((action) => may(nobody, action, answer))).toEqual([
      'door.see',
      'session.end',
      'subscription.change',
    ]);
  });

  test('gives a prefecture nothing that belongs to another', () => {
    const open = actions.filter((action) => may(iwate, action, { ...answer, prefecture: '04' }));
    const owned = /^(answer|answers|organisation|account|notice|audit|job)\./;
    // The page of mails opens for every office and shows each only what `notice.see` allows.
    expect(open.filter((action) => owned.test(action))).toEqual(['notice.list']);
    expect(may(iwate, 'notice.see', { office: '04' })).toBe(false);
  });

  test('gives a prefecture nothing where the resource names no prefecture', () => {
    expect(may(iwate, 'answers.list', {})).toBe(false);
    expect(may(iwate, 'account.manage', {})).toBe(false);
  });

  test('holds a hospital to its own answer, of the round and for the purpose of its link', () => {
    expect(may(clerk, 'answer.save', answer)).toBe(true);
    expect(may(clerk, 'answer.save', { ...answer, organisation: 'H2' })).toBe(false);
    expect(may(clerk, 'answer.save', { ...answer, round: 'r2' })).toBe(false);
    expect(may(reader, 'answer.save', answer)).toBe(false);
    expect(may(clerk, 'list.see', { round: 'r1' })).toBe(false);
  });

  test('keeps staff out of the hospitals’ own acts', () => {
    for (const actor of [ministry, iwate]) {
      expect(may(actor, 'answer.save', answer)).toBe(false);
      expect(may(actor, 'answer.submit', answer)).toBe(false);
    }
  });

  test('leaves review to the prefecture: the ministry may waive, and approve nothing', () => {
    expect(may(ministry, 'answer.approve', answer)).toBe(false);
    expect(may(ministry, 'answer.waive', answer)).toBe(true);
    expect(may(iwate, 'answer.approve', answer)).toBe(true);
  });
});
