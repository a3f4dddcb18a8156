import type { Word } from '#functions/staff/components/state-words.ts';
import type { AnnouncementState } from '#lib/core/announcements/announcement.ts';
import type { Segment } from '#lib/core/announcements/recipient.ts';
import { PREFECTURES } from '#lib/reference/prefectures.ts';

/** States of an announcement. */
export const announcementWords: Readonly<Record<AnnouncementState, Word>> = {
  draft: { label: '下書き', tone: 'warning' },
  scheduled: { label: '送信予約', tone: 'info' },
  sending: { label: '送信中', tone: 'info' },
  paused: { label: '一時停止中', tone: 'warning' },
  done: { label: '送信済', tone: 'plain' },
  cancelled: { label: '取りやめ', tone: 'plain' },
};

/** A segment in a sentence. */
export function segmentWords({ prefectures, universities, years }: Segment): string {
  const names = PREFECTURES.filter(({ code }) => prefectures.includes(code)).map(({ name }) => name);
  const parts = [names.join('・'), universities.join('・'), years.map((year) => `${year}年`).join('・')].filter(
    Boolean,
  );
  return parts.length === 0 ? '名簿の全員' : parts.join('／');
}
