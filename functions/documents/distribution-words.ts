import { prefectureName } from '#functions/staff/components/prefecture-name.ts';
import type { Word } from '#functions/staff/components/state-words.ts';
import type { Audience, AudienceRole } from '#lib/core/distributions/audience.ts';
import type { DistributionState } from '#lib/core/distributions/distribution.ts';

/** States of a document. */
export const distributionWords: Readonly<Record<DistributionState, Word>> = {
  draft: { label: '下書き', tone: 'warning' },
  scheduled: { label: '送信予約', tone: 'info' },
  sending: { label: '送信中', tone: 'info' },
  sent: { label: '送信済', tone: 'plain' },
  withdrawn: { label: '差し止め', tone: 'error' },
};

/** In what capacity an organisation gets a document. */
export const roleWords: Readonly<Record<AudienceRole, string>> = {
  office: '都道府県の担当部署',
  destination: '連携先病院',
  source: '連携元病院',
};

/** Whose a document is. */
export const officeWords = (office: string): string => (office === 'ministry' ? '厚生労働省' : prefectureName(office));

/** An audience in a sentence. */
export const audienceWords = ({ roles, prefectures }: Pick<Audience, 'roles' | 'prefectures'>): string =>
  `${roles.map((role) => roleWords[role]).join('・')}（${prefectures.length === 0 ? '全国' : prefectures.map(prefectureName).join('・')}）`;
