import type { VNode } from 'preact';
import { Button } from '#functions/components/button.tsx';
import { DataTable } from '#functions/components/data-table.tsx';
import { ErrorSummary } from '#functions/components/error-summary.tsx';
import { TextField } from '#functions/components/fields/text-field.tsx';
import { HiddenFields } from '#functions/components/hidden-fields.tsx';
import { StatusLabel } from '#functions/components/status-label.tsx';
import { AsOf } from '#functions/staff/components/as-of.tsx';
import { prefectureName } from '#functions/staff/components/prefecture-name.ts';
import { StaffLayout, type Viewer } from '#functions/staff/components/staff-layout.tsx';
import { telephones } from '#functions/staff/components/telephones.ts';
import { longInstant } from '#lib/core/calendar/show-day.ts';
import type { Unreachable } from '#lib/usecases/unreachable-hospitals.ts';
import { bounceWords } from './bounce-words.ts';

export interface UnreachablePageProps {
  readonly viewer: Viewer;
  readonly found: readonly Unreachable[];
  /** The prefecture to which the page is confined. */
  readonly prefecture: string | undefined;
  readonly asOf: string;
  /** Whether an address was lifted just now. */
  readonly lifted: boolean;
  readonly refused?: RefusedLift | undefined;
}

/** A wish to lift an address that was refused: what was typed, and what is wrong with it. */
export interface RefusedLift {
  readonly organisation: string;
  readonly email: string;
  readonly reason: string;
  readonly message: string;
}

const why = { bounced: '不達', complained: '苦情' } as const;

/** Hospitals that mail does not reach, with their telephone numbers. */
export function UnreachablePage(props: UnreachablePageProps): VNode {
  const { viewer, found, prefecture, asOf, lifted, refused } = props;
  const at = found.findIndex(({ hospital }) => hospital.id === refused?.organisation);
  const which = found[at]?.dead.findIndex(({ contact }) => contact.email === refused?.email) ?? -1;
  const problems = refused ? [{ field: which < 0 ? 'main' : `reason-${at}-${which}`, message: refused.message }] : [];
  return (
    <StaffLayout {...viewer} title="届かない病院" at="/s/unreachable" invalid={problems.length > 0}>
      <ErrorSummary problems={problems} />
      <h1>{prefecture === undefined ? '届かない病院' : `届かない病院（${prefectureName(prefecture)}）`}</h1>
      {lifted && (
        <p role="status">
          次のメールから、この宛先にも送信を試みます。メールの送信サービスの側でも止められているときは届かず、再びこの一覧に載ります。
        </p>
      )}
      <p>
        メールが不達になった宛先や、苦情のあった宛先には、もう送りません。電話で正しい宛先を確かめ、名簿を直してください。名簿が直ると、この一覧から消えます。同じ宛先に届くようになったと確かめたときは、理由を書いて送信を再開できます。
      </p>
      <AsOf count={found.length} unit="病院" at={asOf} />
      <DataTable
        caption="届かない病院の一覧"
        captionHidden
        columns={[
          { label: '病院' },
          { label: '電話', wide: true },
          ...(prefecture === undefined ? [{ label: '都道府県' }] : []),
          { label: '届かない宛先' },
          { label: 'ほかの宛先' },
        ]}
        rows={found.map(({ hospital, dead, alive }, row) => ({
          key: hospital.id,
          cells: [
            <a key="link" href={`/s/organisations/${hospital.id}`}>
              {hospital.name}
            </a>,
            telephones(hospital.contacts),
            ...(prefecture === undefined ? [prefectureName(hospital.prefecture)] : []),
            dead.length === 0
              ? '登録なし'
              : dead.map(({ contact, email, why: kind, reason, at: since }, place) => (
                  <div key={email}>
                    <p>
                      {`${contact.name} ${email}`}
                      <br />
                      {`${why[kind]} ${longInstant(since)}${reason === undefined ? '' : `（${bounceWords(reason)}）`}`}
                    </p>
                    <details open={row === at && place === which}>
                      <summary>{`${contact.name}さんへの送信を再開する`}</summary>
                      <form method="post" action="/s/unreachable" novalidate>
                        <HiddenFields fields={{ csrf: viewer.csrf, organisation: hospital.id, email: contact.email }} />
                        <TextField
                          id={`reason-${row}-${place}`}
                          name="reason"
                          label="再開する理由"
                          required
                          value={row === at && place === which ? refused?.reason : ''}
                          problem={row === at && place === which ? refused?.message : undefined}
                        />
                        <Button kind="secondary">送信を再開する</Button>
                      </form>
                    </details>
                  </div>
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
