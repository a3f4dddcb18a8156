import type { VNode } from 'preact';

export interface PaginationProps {
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  readonly hrefOf: (page: number) => string;
}

/** Ways to the neighbouring pages of a list; nothing when there is one page. */
export function Pagination({ page, pages, hrefOf }: PaginationProps): VNode | null {
  if (pages < 2) return null;
  return (
    <nav class="pagination" aria-label="ページ">
      {page > 1 && (
        <a href={hrefOf(page - 1)} rel="prev">
          前のページ
        </a>
      )}
      <span>{`${page} / ${pages}ページ`}</span>
      {page < pages && (
        <a href={hrefOf(page + 1)} rel="next">
          次のページ
        </a>
      )}
    </nav>
  );
}
