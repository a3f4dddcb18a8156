import type { VNode } from 'preact';
import { Button } from '#functions/components/button.tsx';
import { ChoiceField } from '#functions/components/fields/choice-field.tsx';
import { HiddenFields } from '#functions/components/hidden-fields.tsx';
import { prefectureName } from '#functions/staff/components/prefecture-name.ts';
import type { Viewer } from '#functions/staff/components/staff-layout.tsx';
import type { Announcement } from '#lib/core/announcements/announcement.ts';
import type { Recipient } from '#lib/core/announcements/recipient.ts';

interface SegmentFormProps {
  readonly viewer: Viewer;
  readonly announcement: Announcement;
  readonly listed: readonly Recipient[];
}

/** Chooses among a list's people, with how many each choice has; nothing chosen leaves nobody out. */
export function SegmentForm({ viewer, announcement, listed }: SegmentFormProps): VNode {
  const { id, segment, version } = announcement;
  const options = (groupOf: (one: Recipient) => string, labelOf: (value: string) => string) =>
    [...Map.groupBy(listed, groupOf)]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([value, all]) => ({ value, label: `${labelOf(value)}（${all.length.toLocaleString('en')}人）` }));
  const groups = [
    {
      name: 'prefectures',
      label: '都道府県',
      options: options(({ prefecture }) => prefecture, prefectureName),
      chosen: segment.prefectures,
    },
    {
      name: 'universities',
      label: '大学',
      options: options(
        ({ university }) => university,
        (name) => name,
      ),
      chosen: segment.universities,
    },
    {
      name: 'years',
      label: '学年',
      options: options(
        ({ year }) => String(year),
        (year) => `${year}年`,
      ),
      chosen: segment.years.map(String),
    },
  ];
  return (
    <form method="post" action={`/s/announcements/${id}/segment`} noValidate>
      <h2>送る相手を絞る</h2>
      <p>選ばない項目では絞りません。何も選ばなければ、名簿の全員に送ります。</p>
      <HiddenFields fields={{ csrf: viewer.csrf, seen: version }} />
      {groups.map(({ name, label, ...choice }) => (
        <details key={name} open={choice.chosen.length > 0}>
          <summary>
            {choice.chosen.length > 0 ? `${label}で絞る（${choice.chosen.length}件を選択中）` : `${label}で絞る`}
          </summary>
          <ChoiceField id={name} label={label} many {...choice} />
        </details>
      ))}
      <p class="buttons">
        <Button>この相手で人数を数える</Button>
      </p>
    </form>
  );
}
