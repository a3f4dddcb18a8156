import type { VNode } from 'preact';
import { DataTable } from '#functions/components/data-table.tsx';
import { StatusLabel } from '#functions/components/status-label.tsx';
import { AsOf } from '#functions/staff/components/as-of.tsx';
import { prefectureName } from '#functions/staff/components/prefecture-name.ts';
import { StaffLayout, type Viewer } from '#functions/staff/components/staff-layout.tsx';
import { longInstant } from '#lib/core/calendar/show-day.ts';
import type { Unreachable } from '#lib/usecases/unreachable-hospitals.ts';

export interface UnreachablePageProps {
  readonly viewer: Viewer;
  readonly found: readonly Unreachable[];
  /** The prefecture to which the page is confined. */
  readonly prefecture: string | undefined;
  readonly asOf: string;
}

const why = { bounced: '不達', complained: '苦情' } as const;

/** Hospitals that mail does not reach, with their telephone numbers. */
export function UnreachablePage({ viewer, found, prefecture, asOf }: UnreachablePageProps): VNode {
  return (
    <StaffLayout {...viewer} title="届かない病院" at="/s/unreachable">
      <h1>{prefecture === undefined ? '届かない病院' : `届かない病院（${prefectureName(prefecture)}）`}</h1>
      <p>
        メールが不達になった宛先や、苦情のあった宛先には、もう送りません。電話で正しい宛先を確かめ、名簿を直してください。名簿が直ると、この一覧から消えます。
      </p>
      <AsOf count={found.length} unit="病院" at={asOf} />
      <DataTable
        caption="届かない病院の一覧"
        captionHidden
        columns={[
          { label: '病院' },
          { label: '電話' },
          ...(prefecture === undefined ? [{ label: '都道府県' }] : []),
          { label: '届かない宛先' },
          { label: 'ほかの宛先' },
        ]}
        rows={found.map(({ hospital, dead, alive }) => ({
          key: hospital.id,
          cells: [
            <a key="link" href={`/s/organisations/${hospital.id}`}>
              {hospital.name}
            </a>,
            telephones(hospital.contacts.map(({ telephone }) => telephone)),
            ...(prefecture === undefined ? [prefectureName(hospital.prefecture)] : []),
            dead.length === 0
              ? '登録なし'
              : dead.map(({ contact, email, why: kind, reason, at }) => (
                  <p key={email}>
                    {`${contact.name} ${email}`}
                    <br />
                    {`${why[kind]} ${longInstant(at)}${reason === undefined ? '' : `（${reason}）`}`}
                  </p>
                )),
            alive.length === 0 ? (
              <StatusLabel key="none" tone="error">
                なし（電話が必要）
              </StatusLabel>
            ) : (
              alive.map(({ name, email }) => `${name} ${email}`).join('、')
            ),
          ],
        }))}
        empty="届かない病院はありません。"
      />
    </StaffLayout>
  );
}

const telephones = (all: readonly (string | undefined)[]): string => {
  const known = [...new Set(all.filter((one) => one !== undefined))];
  return known.length === 0 ? '登録なし' : known.join('、');
};
