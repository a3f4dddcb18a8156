import type { VNode } from 'preact';
import { ProgressBar } from '#functions/components/progress-bar.tsx';
import { drainOf } from '#lib/core/notices/drain.ts';
import type { NoticeStanding } from '#lib/core/notices/notice.ts';

/** How far the sending of these mails is, and how long it will take; nothing when none waits. */
export function DrainLine({ notices, asOf }: { notices: readonly NoticeStanding[]; asOf: string }): VNode | null {
  const { waiting, gone, minutesLeft } = drainOf(notices, asOf);
  if (waiting === 0) return null;
  const left =
    minutesLeft === undefined ? '残り時間は、送り始めると分かります。' : `あと約${minutesLeft}分で送り終わります。`;
  return (
    <>
      <ProgressBar label="送信した通数" done={gone} total={gone + waiting} unit="通" />
      <p>{`${waiting.toLocaleString('en')}通が送信を待っています。${left}`}</p>
    </>
  );
}
