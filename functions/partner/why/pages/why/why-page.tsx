import type { VNode } from 'preact';
import { Layout } from '#functions/components/layout.tsx';
import { SummaryList } from '#functions/components/summary-list.tsx';
import type { PageRequest } from '#functions/site/request.ts';
import { longDay } from '#lib/core/calendar/show-day.ts';
import type { Outcome } from '#lib/core/eligibility/judge-role.ts';
import type { ReferenceTable } from '#lib/core/eligibility/rule.ts';
import type { OwnVerdict } from '#lib/usecases/own-verdict.ts';
import { partnerNav } from '../../../pages/list/partner-nav.ts';
import { PartnerStyle } from '../../../pages/list/partner-style.tsx';
import { placesOf } from '../../../pages/list/places.ts';
import { RoleTests } from './role-tests.tsx';

export interface WhyPageProps {
  readonly request: Pick<PageRequest, 'actor' | 'csrf'>;
  readonly own: OwnVerdict;
}

const standing: Readonly<Record<Outcome, string>> = {
  met: '対象です',
  unmet: '対象外です',
  unresolved: '要確認です（二次医療圏がわからないため、まだ判定できません）',
};

/** なぜ対象ですか／対象外ですか: the verdict on one's own hospital, rule by rule, with the paragraph behind each. */
export function WhyPage({ request, own }: WhyPageProps): VNode {
  const { round, program, edition, hospital, verdict } = own;
  const purpose = request.actor.kind === 'hospital' ? request.actor.purpose : 'answer';
  const { areas, prefectures } = edition.reference;
  const place = placesOf({ prefectures: named(prefectures), areas: named(areas) }).whole({
    prefecture: hospital.prefecture,
    area: hospital.area ?? null,
  });
  return (
    <Layout title="なぜ対象か" actor={request.actor} csrf={request.csrf} nav={partnerNav(round.id, purpose, 'why')}>
      <PartnerStyle />
      <h1>なぜ対象ですか／対象外ですか</h1>
      <p>{`${program.name}（${edition.label}）の規則で、貴院を判定した結果です。`}</p>
      <SummaryList
        rows={[
          { key: '病院', value: `${hospital.name}（${place}）` },
          { key: '連携元として', value: standing[verdict.source] },
          { key: '連携先として', value: standing[verdict.destination] },
        ]}
      />
      <h2>判定の理由</h2>
      <ul>
        {verdict.why
          .filter(({ step }) => !step)
          .map(({ text }) => (
            <li key={text}>{text}</li>
          ))}
      </ul>
      {verdict.roles.map((role) => (
        <RoleTests key={role.role} role={role} />
      ))}
      <h2>使った数値</h2>
      <ul>
        {[prefectures, areas].map(({ id, title, publication, validFrom }) => (
          <li key={id}>{`${title}（${publication.document}、${longDay(validFrom)}から）`}</li>
        ))}
      </ul>
      <p>{`判定についてのお問い合わせ：${round.office.name}　電話 ${round.office.telephone}`}</p>
    </Layout>
  );
}

const named = ({ rows }: ReferenceTable<{ readonly code: string; readonly name: string }>) =>
  Object.fromEntries(rows.map(({ code, name }) => [code, name]));
