import type { VNode } from 'preact';
import { Breadcrumb } from '#functions/components/breadcrumb.tsx';
import { Button } from '#functions/components/button.tsx';
import { DataTable } from '#functions/components/data-table.tsx';
import { ErrorSummary, type FieldProblem, messagesByField } from '#functions/components/error-summary.tsx';
import { Tick } from '#functions/components/fields/choice-field.tsx';
import { TextField } from '#functions/components/fields/text-field.tsx';
import { HiddenFields } from '#functions/components/hidden-fields.tsx';
import { NotificationBanner } from '#functions/components/notification-banner.tsx';
import { longInstant } from '#lib/core/calendar/show-day.ts';
import type { People } from '#lib/usecases/colleagues/read-colleagues.ts';
import { SurveyLayout } from '../../components/survey-layout.tsx';
import type { SurveyView } from '../../components/survey-view.ts';

export interface PeoplePageProps {
  readonly view: SurveyView;
  readonly people: People;
  /** Whether somebody can be invited now. */
  readonly open: boolean;
  /** Id of the next press of the button. */
  readonly request: string;
  readonly said?: string | undefined;
  readonly typed?: { readonly name: string; readonly email: string };
  readonly problems?: readonly FieldProblem[];
  /** The address is of another domain than the contact's. */
  readonly otherDomain?: { readonly domain: string; readonly usual: string };
}

/** 院内の方と分担する: who has a link, by whom, and the way to invite and to take back. */
export function PeoplePage(props: PeoplePageProps): VNode {
  const { view, people, open, request, said, typed, otherDomain } = props;
  const unsure = otherDomain ? [{ field: 'sure', message: 'メールアドレスを確かめ、印を付けてください。' }] : [];
  const problems = [...(props.problems ?? []), ...unsure];
  const told = messagesByField(problems);
  const { csrf, addresses } = view;
  return (
    <SurveyLayout view={view} title="院内の方と分担する" invalid={problems.length > 0}>
      <Breadcrumb places={[{ label: '回答する項目', href: addresses.survey }, { label: '院内の方と分担する' }]} />
      <ErrorSummary problems={problems} />
      {said && <NotificationBanner tone="success" title={said} live />}
      <h1>院内の方と分担する</h1>
      <p>
        名前とメールアドレスを入力すると、相手専用のリンクをメールで送ります。同じ回答を、いっしょに入力できます。登録やパスワードは要りません。
      </p>
      <DataTable
        caption={`リンクを持っている方（${people.contacts.length + people.colleagues.filter(({ revokedAt }) => !revokedAt).length}人）`}
        columns={[{ label: '方' }, { label: 'リンク' }]}
        rows={[
          ...people.contacts.map(({ name, email }) => ({
            key: email,
            cells: [
              <Person key="who" name={name} email={email} by={view.round.office.name} />,
              '使えます（依頼の宛先）',
            ],
          })),
          ...people.colleagues.map(({ id, name, email, invitedBy, invitedAt, revokedAt }) => ({
            key: id,
            cells: [
              <Person key="who" name={name} email={email} by={`${invitedBy}　${longInstant(invitedAt)}`} />,
              revokedAt !== undefined ? (
                `取り消しました　${longInstant(revokedAt)}`
              ) : (
                <form key="revoke" method="post" action={`${addresses.people}/${encodeURIComponent(id)}/revoke`}>
                  <HiddenFields fields={{ csrf }} />
                  <Button label={`${name}さんのリンクを取り消す`}>リンクを取り消す</Button>
                </form>
              ),
            ],
          })),
        ]}
      />
      {open && (
        <form id="invite" method="post" action={addresses.people} novalidate class="narrow">
          <h2>院内の方を招く</h2>
          <HiddenFields fields={{ csrf, request }} />
          <TextField id="name" label="名前" required value={typed?.name} problem={told.get('name')} />
          <TextField
            id="email"
            label="メールアドレス"
            required
            inputMode="email"
            value={typed?.email}
            problem={told.get('email')}
          />
          {otherDomain && (
            <NotificationBanner
              tone="warning"
              title={`依頼の宛先（@${otherDomain.usual}）とは違うメールアドレスです（@${otherDomain.domain}）。`}
            >
              <p>
                貴院の方のメールアドレスか、もう一度確かめてください。回答の内容を見て、書き換えられるようになります。
              </p>
              <Tick id="sure" label="確かめました。このメールアドレスに送ります。" problem={told.get('sure')} />
            </NotificationBanner>
          )}
          <div class="buttons">
            <Button kind="primary">招待のメールを送る</Button>
          </div>
        </form>
      )}
    </SurveyLayout>
  );
}

/** Who has a link, under which address, and from whom: one cell, so that the button beside it is in sight on a telephone. */
const Person = ({ name, email, by }: { name: string; email: string; by: string }): VNode => (
  <span class="person">
    {name}
    <span>{email}</span>
    <span class="hint">{`招いた方：${by}`}</span>
  </span>
);
