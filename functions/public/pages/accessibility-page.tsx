import type { VNode } from 'preact';
import { Layout } from '#functions/components/layout.tsx';
import { nobody } from '#lib/core/permission/actor.ts';

/** ウェブアクセシビリティ方針: what is aimed at, and how it is checked. */
export function AccessibilityPage(): VNode {
  return (
    <Layout title="ウェブアクセシビリティ方針" actor={nobody}>
      <h1>ウェブアクセシビリティ方針</h1>
      <h2>対象範囲</h2>
      <p>このサイトのすべてのページを対象とします。</p>
      <h2>目標とする適合レベル</h2>
      <p>JIS X 8341-3:2016 のレベル AA に準拠することを目標とし、WCAG 2.2 のレベル AA に沿って作ります。</p>
      <h2>確認の方法</h2>
      <p>
        自動検査（axe）を、入力前・入力後・エラーの各状態のページで行っています。人による検査の結果は、実施後にこのページで公表します。
      </p>
    </Layout>
  );
}
