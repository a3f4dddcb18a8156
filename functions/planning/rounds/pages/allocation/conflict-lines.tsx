import type { VNode } from 'preact';
import type { Conflict } from '#lib/core/matching/allocation/round/conflict.ts';
import { memberWords } from './outcome-words.ts';

/** Most limits that are named one by one. */
const most = 20;

/** Why floors and limits cannot hold together, in words, and what would mend it. */
export const ConflictLines = ({
  conflict,
  nameOf,
}: {
  readonly conflict: Conflict;
  readonly nameOf: (id: string) => string;
}): VNode => {
  const floors = conflict.members.filter(({ kind }) => kind === 'floor');
  const limits = conflict.members.filter(({ kind, amount }) => kind !== 'floor' && amount > 0);
  const without = conflict.members.filter(({ kind, amount }) => kind !== 'floor' && amount === 0).length;
  const sum = (members: Conflict['members']) => members.reduce((all, { amount }) => all + amount, 0);
  return (
    <section aria-labelledby="conflict">
      <h2 id="conflict">下限と上限が同時には成り立ちません</h2>
      <p>{`次の下限の合計${sum(floors)}人に対し、使える枠は合計${sum(limits)}人で、${conflict.shortfall}人足りません。CとDは計算できません。`}</p>
      <ul>
        {floors.map((member) => (
          <li key={memberWords(member, nameOf)}>{memberWords(member, nameOf)}</li>
        ))}
        {limits.slice(0, most).map((member) => (
          <li key={memberWords(member, nameOf)}>{memberWords(member, nameOf)}</li>
        ))}
        {limits.length > most && <li>{`その他${limits.length - most}件の枠`}</li>}
        {without > 0 && <li>{`0人の枠（人数の回答がない病院など）：${without}件`}</li>}
      </ul>
      <h3>{`どれか一つを${conflict.shortfall}人ゆるめると、この不足がなくなります`}</h3>
      {conflict.relief.length === 0 && <p>一つだけをゆるめても足りません。いくつかを合わせてゆるめてください。</p>}
      <ul>
        {conflict.relief.slice(0, most).map((member) => (
          <li key={memberWords(member, nameOf)}>
            {`${memberWords(member, nameOf)} → ${member.amount + (member.kind === 'floor' ? -1 : 1) * conflict.shortfall}人`}
          </li>
        ))}
      </ul>
    </section>
  );
};
