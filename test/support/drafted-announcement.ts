import { fictionalStudents } from '#infra/local/demo/students.ts';
import { everybody, type Segment } from '#lib/core/announcements/recipient.ts';
import { PREFECTURES } from '#lib/reference/prefectures.ts';
import { applyUpload } from '#lib/usecases/announcements/apply-upload.ts';
import { createList } from '#lib/usecases/announcements/keep-list.ts';
import { prepareUpload } from '#lib/usecases/announcements/prepare-upload.ts';
import { saveAnnouncement } from '#lib/usecases/announcements/save-announcement.ts';
import type { Desk } from '#lib/usecases/desk.ts';
import { ministry } from './small-country.ts';

/** Where the drafted announcement and its list lie, as addresses name them. */
export const drafted = { list: 'list0001', upload: 'upload01', announcement: 'news0001' } as const;

/** Reads a file of people beside the list. */
export async function uploaded(desk: Desk, request: string, cells = fictionalStudents(12)) {
  const file = { list: drafted.list, request, filename: 'students.csv', cells, places: { prefectures: PREFECTURES } };
  const prepared = await prepareUpload(desk, ministry, file);
  if (!prepared.ok) throw new Error(prepared.error.kind);
  return prepared.value;
}

/** Lays down a list of fictional people, twelve unless told, and a draft of an announcement to them. */
export async function draftAnnouncement(desk: Desk, people = 12, segment: Segment = everybody): Promise<void> {
  await createList(desk, ministry, { name: '5年生', request: drafted.list });
  await uploaded(desk, drafted.upload, fictionalStudents(people));
  await applyUpload(desk, ministry, drafted);
  const saved = await saveAnnouncement(desk, ministry, {
    id: drafted.announcement,
    subject: '説明会のお知らせ（{大学}）',
    body: '{氏名}さんへ\n\n■ 学年：{学年}\n\n申込み：https://apply.example/form',
    list: drafted.list,
    segment,
    officeName: '医事課',
    officeTelephone: '03-0000-0000',
    seen: 0,
  });
  if (!saved.ok) throw new Error(JSON.stringify(saved.error));
}
