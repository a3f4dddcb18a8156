import type { VNode } from 'preact';
import { Button } from '#functions/components/button.tsx';
import { DataTable } from '#functions/components/data-table.tsx';
import { HiddenFields } from '#functions/components/hidden-fields.tsx';
import { prefectureName } from '#functions/staff/components/prefecture-name.ts';
import { telephones } from '#functions/staff/components/telephones.ts';
import { dayOfInstant } from '#lib/core/calendar/day.ts';
import { longDay, longInstant } from '#lib/core/calendar/show-day.ts';
import { checkDay } from '#lib/core/notices/address-check.ts';
import type { RoundPreview } from '#lib/usecases/preview-round.ts';

/** Finds the addresses that no mail reaches before anybody is asked: how the last check stands, whom to call, and the button for the next. */
export function AddressCheck({ preview, csrf }: { preview: RoundPreview; csrf: string }): VNode {
  const { round, check, asked, asOf } = preview;
  const { checkedAt } = round;
  const today = checkedAt !== undefined && dayOfInstant(checkedAt) === dayOfInstant(asOf);
  const planned = checkDay(round);
  const missed = asked.map(({ hospital }) => hospital).filter(({ id }) => check?.missed.includes(id));
  return (
    <section id="check" tabIndex={-1}>
      <h2>宛先の確認</h2>
      <p>
        依頼の2週間ほど前に、依頼先へ確認のメールを送ると、届かない宛先が前もって分かります。回答は求めません。届かないときは、名簿の次の担当者へ送ります。
      </p>
      {planned !== undefined && (
        <p>
          {planned > dayOfInstant(asOf)
            ? `${longDay(planned)}の午前9時30分に、自動で送ります（依頼の予定日の2週間前。休みの日に当たるときはその前の開庁日）。`
            : '依頼の予定日まで2週間以内のため、まもなく自動で送ります。'}
        </p>
      )}
      {checkedAt !== undefined && (
        <p>
          {`${longInstant(checkedAt)}に送信を指示しました。`}
          {check
            ? `届いた病院は${check.reached.length}、結果を待っている病院は${check.waiting.length}、届かない病院は${check.missed.length}です。`
            : 'メールを用意しています。数分たってから、このページを開き直してください。'}
        </p>
      )}
      {missed.length > 0 && (
        <DataTable
          caption="確認のメールが届かない病院（電話で正しい宛先を確かめ、名簿を直してください）"
          columns={[{ label: '病院' }, { label: '都道府県' }, { label: '電話', wide: true }]}
          rows={missed.map(({ id, name, prefecture, contacts }) => ({
            key: id,
            cells: [
              <a key="link" href={`/s/organisations/${id}`}>
                {name}
              </a>,
              prefectureName(prefecture),
              telephones(contacts),
            ],
          }))}
        />
      )}
      {today ? (
        <p>次の確認のメールは、明日から送れます。</p>
      ) : (
        <form method="post" action={`/s/rounds/${round.id}/check`}>
          <HiddenFields fields={{ csrf }} />
          <p class="buttons">
            <Button>確認のメールを送る</Button>
          </p>
        </form>
      )}
    </section>
  );
}
