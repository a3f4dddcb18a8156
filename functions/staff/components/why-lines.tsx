import type { VNode } from 'preact';
import type { WhyLine } from '#lib/core/eligibility/judge-hospital.ts';

const marks = {
  met: '該当',
  unmet: '非該当',
  unresolved: '要確認',
  pass: '満たす',
  fail: '満たさない',
  unknown: '不明',
} as const;

/** Why a hospital takes part or not, line by line, each with the paragraph behind it. */
export const WhyLines = ({ why }: { why: readonly WhyLine[] }): VNode => (
  <ul class="why">
    {why.map(({ text, outcome, step, citation }) => (
      <li key={text} class={step ? 'why__step' : 'why__role'}>
        <span class={`why__mark why__mark--${outcome}`}>{marks[outcome]}</span>
        {text}
        <cite class="why__source">{[citation.document, citation.section].filter(Boolean).join(' ')}</cite>
      </li>
    ))}
  </ul>
);
