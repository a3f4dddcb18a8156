import type { VNode } from 'preact';
import { DataTable } from '#functions/components/data-table.tsx';
import { FileList } from '#functions/components/file-list.tsx';
import { heardWords } from '#functions/components/heard-words.ts';
import { StatusLabel } from '#functions/components/status-label.tsx';
import type { AnswerView } from './load-answer.ts';

const marks = { added: '追加', changed: '変更', removed: '削除' } as const;

/** Every answer by section, beside the earlier one, with what changed marked. */
export function AnswerSections({ view: { sections, against, revision, round, file } }: { view: AnswerView }): VNode {
  const changed = sections.flatMap(({ lines }) => lines).filter(({ change }) => change !== undefined).length;
  const columns = [
    { label: '項目' },
    { label: revision === 0 ? '入力中の内容' : `第${revision}回の提出` },
    ...(against === undefined ? [] : [{ label: against }, { label: '違い' }]),
  ];
  const kept = file.revisions.find((one) => one.revision === revision);
  const heardIn = (section: string) => (kept ? kept.heard?.[section] : file.drafts.get(section)?.heardBy);
  const address = (id: string) => `/s/rounds/${round.id}/answers/${file.answer.organisation}/files/${id}`;
  return (
    <>
      <h2 id="sections">回答の内容</h2>
      <p>
        {against === undefined
          ? '比べる前回の回答はありません。'
          : `${against}と比べて、${changed}か所が変わっています。`}
      </p>
      {sections.map(({ id, title, lines }) => (
        <div key={id}>
          <h3>
            {title}{' '}
            {heardIn(id) !== undefined && <StatusLabel tone="info">{heardWords(heardIn(id) ?? '')}</StatusLabel>}
          </h3>
          <DataTable
            caption={title}
            captionHidden
            columns={columns}
            rows={lines.map(({ id: key, label, now, before, change, files = [] }) => ({
              key,
              cells: [
                label,
                files.length > 0 ? (
                  <FileList key="now" files={files} address={address} />
                ) : (
                  <span key="now" class="lines">
                    {now}
                  </span>
                ),
                ...(before === undefined
                  ? []
                  : [
                      <span key="before" class="lines">
                        {before}
                      </span>,
                      change && (
                        <StatusLabel key="mark" tone="warning">
                          {marks[change]}
                        </StatusLabel>
                      ),
                    ]),
              ],
            }))}
          />
        </div>
      ))}
    </>
  );
}
