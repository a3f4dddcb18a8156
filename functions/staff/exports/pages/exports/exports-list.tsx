import type { VNode } from 'preact';
import { Button, LinkButton } from '#functions/components/button.tsx';
import { HiddenFields } from '#functions/components/hidden-fields.tsx';
import { ProgressBar } from '#functions/components/progress-bar.tsx';
import { actorWords } from '#functions/staff/components/actor-words.ts';
import { prefectureName } from '#functions/staff/components/prefecture-name.ts';
import type { Viewer } from '#functions/staff/components/staff-layout.tsx';
import { State } from '#functions/staff/components/state.tsx';
import { jobWords } from '#functions/staff/components/state-words.ts';
import { addDays, dayOfInstant } from '#lib/core/calendar/day.ts';
import { longInstant, shortDay } from '#lib/core/calendar/show-day.ts';
import { CHOICES, SHAPES } from '#lib/core/exports/export-words.ts';
import { actorName } from '#lib/core/permission/actor.ts';
import type { ExportWork } from '#lib/usecases/exports/read-exports.ts';

const formats = { xlsx: 'Excel', 'csv-utf8': 'CSV（UTF-8）', 'csv-sjis': 'CSV（Shift_JIS）' } as const;

export interface ExportsListProps {
  readonly viewer: Viewer;
  readonly path: string;
  readonly works: readonly ExportWork[];
  readonly asOf: string;
  readonly days: number;
}

/** A round's exports with how far each is; it is drawn anew by the page's script while one is under way. */
export function ExportsList({ viewer, path, works, asOf, days }: ExportsListProps): VNode {
  const running = works.some(({ job }) => job?.state === 'running');
  return (
    <div id="job" data-state={running ? 'running' : 'done'} aria-live="polite">
      {works.length === 0 && <p>まだありません。</p>}
      {works.map((work) => (
        <OneExport key={work.export.id} viewer={viewer} path={path} work={work} days={days} />
      ))}
      {running && (
        <p>
          このページを閉じても処理は続きます。<LinkButton href={path}>最新の状態にする</LinkButton>
        </p>
      )}
      <p class="as-of">{`${longInstant(asOf)}現在`}</p>
    </div>
  );
}

function OneExport({
  viewer,
  path,
  work,
  days,
}: {
  viewer: Viewer;
  path: string;
  work: ExportWork;
  days: number;
}): VNode {
  const { export: one, job } = work;
  const title = [
    one.prefecture === undefined ? '全国' : prefectureName(one.prefecture),
    CHOICES[one.choice],
    SHAPES[one.shape],
    formats[one.format],
  ].join('・');
  return (
    <section class="card" aria-label={title}>
      <h3>
        {title} {job && <State word={jobWords[job.state]} />}
      </h3>
      <p>{`${longInstant(one.createdAt)}　${actorWords(actorName(one.by))}　${shortDay(addDays(dayOfInstant(one.createdAt), days))}まで保存`}</p>
      {job?.state === 'running' && <ProgressBar label="進み具合" done={job.done} total={job.total} unit="病院" />}
      {job?.state === 'failed' && <p>{job.outcome?.join('')}</p>}
      {job?.state === 'done' && one.files.length === 0 && <p>あてはまる回答がありませんでした。</p>}
      {one.missing.length > 0 && (
        <p>{`Shift_JISにないため「〓」になった文字：${one.missing.join(' ')}。元の文字が要るときは、ほかの種類で出力してください。`}</p>
      )}
      {one.files.map(({ name, bytes, hospitals }) => (
        <form key={name} method="post" action={`${path}/${one.id}/${encodeURIComponent(name)}`}>
          <HiddenFields fields={{ csrf: viewer.csrf }} />
          <p class="buttons">
            <Button label={`${name}をダウンロード`}>ダウンロード</Button>
            <span>{`${name}（${hospitals.toLocaleString('en')}病院・${sizeWords(bytes)}）`}</span>
          </p>
        </form>
      ))}
    </section>
  );
}

const sizeWords = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)}KB` : `${(bytes / 1_000_000).toFixed(1)}MB`;
