import { parseArgs } from 'node:util';
import { longInstant } from '#lib/core/calendar/show-day.ts';
import { inviteStaff } from '#lib/usecases/accounts/invite-staff.ts';
import { commandDesk, stop } from './command-desk.ts';

/**
 * `npm run -s invite-staff -- --name 氏名 [--office ministry|03] [--table NAME] --origin https://…`: prints a one-time link with which
 * the first member of an office registers a passkey. Without --table it speaks to the platform that runs on this machine.
 */
const { values } = parseArgs({
  options: {
    name: { type: 'string', default: '' },
    office: { type: 'string', default: 'ministry' },
    table: { type: 'string' },
    origin: { type: 'string', default: '' },
    data: { type: 'string', default: process.env.RENKEI_DATA ?? '.data' },
  },
});

if (!URL.canParse(values.origin)) {
  stop(
    '使い方：npm run -s invite-staff -- --name 氏名 --origin https://サイトのアドレス [--office ministry|都道府県番号] [--table 表の名前]',
  );
}
const desk = commandDesk(values, []);
const operator = { kind: 'system', name: 'invite-staff-command' } as const;
const wish = { name: values.name, office: values.office, request: desk.world.id() };
const invited = await inviteStaff(desk, operator, wish);
if (invited.ok) {
  console.log(`${new URL(values.origin).origin}/s/sign-in/register#${invited.value.code}`);
  console.log(`${longInstant(invited.value.expiresAt)}まで、一度だけ使えます。`);
} else if (invited.error.kind === 'problems') {
  stop(invited.error.problems.map(({ message }) => message).join('\n'));
} else stop('招待できませんでした。もう一度実行してください。');
