import type { VNode } from 'preact';
import { LinkDoor } from '#functions/components/link-door.tsx';

const refusals = {
  empty: '文書コードを入力してください。メールのリンクの下に書かれています。',
  unknown: '文書コードが見つかりません。メールのリンクをもう一度開くか、メールのコードを写してください。',
  expired: 'このリンクの期限が過ぎています。メールにある問い合わせ先へご連絡ください。',
} as const;

const words = {
  title: '文書を開く',
  lead: '事務連絡のメールの専用リンクで開きます。登録やパスワードは要りません。',
  code: '文書コード',
  hint: 'このリンクは、メールを受け取った機関専用です。',
  ended: '終了しました。',
};

interface OpenPageProps {
  readonly csrf: string;
  readonly code?: string;
  readonly refused?: keyof typeof refusals;
  readonly ended?: boolean;
}

/** The door to a document. */
export const OpenPage = ({ csrf, code, refused, ended }: OpenPageProps): VNode => (
  <LinkDoor
    csrf={csrf}
    action="/d/open"
    words={words}
    code={code}
    problem={refused && refusals[refused]}
    ended={ended}
  />
);
