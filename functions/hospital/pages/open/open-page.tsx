import type { VNode } from 'preact';
import { LinkDoor } from '#functions/components/link-door.tsx';
import type { LinkRefused } from '#lib/usecases/redeem-link.ts';

export interface OpenPageProps {
  readonly csrf: string;
  readonly code?: string;
  readonly refused?: LinkRefused['kind'] | 'empty';
  /** Somebody has just ended their session. */
  readonly ended?: boolean;
}

const refusals: Readonly<Record<LinkRefused['kind'] | 'empty', string>> = {
  empty: '回答コードを入力してください。メールのリンクの下に書かれています。',
  unknown: '回答コードが見つかりません。メールのリンクをもう一度開くか、メールのコードを写してください。',
  expired: 'このリンクの期限が過ぎています。メールにある問い合わせ先へご連絡ください。',
  revoked: 'このリンクは使えなくなりました。新しいメールのリンクを開くか、問い合わせ先へご連絡ください。',
};

const words = {
  title: '回答のページを開く',
  lead: '厚生労働省や都道府県から届いたメールの専用リンクで開きます。登録やパスワードは要りません。',
  code: '回答コード',
  hint: 'このリンクは貴院専用です。院内で回答を分担する方以外には、お渡しにならないでください。',
  ended: '終了しました。保存した内容は残っています。',
};

/** 受け取り: the door to a hospital's survey or list. */
export const OpenPage = ({ csrf, code, refused, ended }: OpenPageProps): VNode => (
  <LinkDoor
    csrf={csrf}
    action="/h/open"
    words={words}
    code={code}
    problem={refused && refusals[refused]}
    ended={ended}
  />
);
