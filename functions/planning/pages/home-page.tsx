import type { VNode } from 'preact';
import { StaffLayout, type Viewer } from '#functions/staff/components/staff-layout.tsx';

/** The way in to what the ministry can try out before it decides. */
export const PlanningHomePage = ({ viewer }: { readonly viewer: Viewer }): VNode => (
  <StaffLayout {...viewer} title="試算" at="/s/planning">
    <h1>試算</h1>
    <p>決める前に、結果を確かめるためのページです。ここでの操作は、調査や公表の基準を変えません。</p>
    <dl class="ways">
      <dt>
        <a href="/s/planning/areas">対象区域の試算</a>
      </dt>
      <dd>基準の数字を変えると、どの二次医療圏が対象に加わり、外れるかを見ます。</dd>
      <dt>
        <a href="/s/planning/exposure">一覧での見え方</a>
      </dt>
      <dd>各都道府県の連携先が、連携元の一覧の10位以内にどれだけ入っているかを見ます。</dd>
      <dt>
        <a href="/s/planning/allocation">配置の試算</a>
      </dt>
      <dd>提供した回答をもとに、4つの方法で連携元と連携先の組合せを計算して比べます。</dd>
    </dl>
  </StaffLayout>
);
