import type { VNode } from 'preact';
import { StatusLabel } from '#functions/components/status-label.tsx';

/** Where a form stands: a draft alone, published, or published with changes that are not. */
export const FormState = ({ published, changed }: { published: number; changed: boolean }): VNode => {
  if (published === 0) return <StatusLabel tone="warning">下書き</StatusLabel>;
  return (
    <>
      <StatusLabel>{`第${published}版を公開中`}</StatusLabel>
      {changed && (
        <>
          {' '}
          <StatusLabel tone="warning">変更中</StatusLabel>
        </>
      )}
    </>
  );
};
