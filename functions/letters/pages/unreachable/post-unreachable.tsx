import { field } from '#functions/site/request.ts';
import type { StaffPage } from '#functions/staff/page.ts';
import { type LiftRefused, liftDeadAddress } from '#lib/usecases/lift-dead-address.ts';
import { showUnreachable } from './get-unreachable.tsx';

const words: Readonly<Record<LiftRefused['kind'], string>> = {
  'not-theirs': 'この宛先は、一覧の病院の名簿にありません。',
  'no-reason': '送信を再開する理由を入力してください。',
  'reason-too-long': '理由は200文字以内で入力してください。',
  'moved-meanwhile': '同時にほかの操作がありました。もう一度実行してください。',
};

/** Lets mail go again to an address that was dead. */
export const postUnreachable: StaffPage = async (request, desk) => {
  const wish = {
    organisation: field(request, 'organisation'),
    email: field(request, 'email'),
    reason: field(request, 'reason'),
  };
  const lifted = await liftDeadAddress(desk, request.actor, wish);
  if (lifted.ok) return { redirect: '/s/unreachable?done=lifted' };
  return showUnreachable(request, desk, { ...wish, message: words[lifted.error.kind] });
};
