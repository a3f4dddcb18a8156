import type { VNode } from 'preact';
import { fileKinds } from '#lib/core/files/file-kind.ts';
import { fileLimit, filesIn, fileText, kindsTaken, sendingLimit, sizeWords } from '#lib/core/survey/file-answer.ts';
import type { FileQuestion } from '#lib/core/survey/form.ts';
import { Button } from '../button.tsx';
import { controlOf, FieldGroup } from '../fields/field.tsx';
import { FileLine } from '../file-list.tsx';
import { HiddenFields } from '../hidden-fields.tsx';
import { frameOf, type QuestionProps } from './question-props.ts';

/** Files that are there, each to be seen and taken away, and a place to send more. */
export const FileQuestionField = (props: QuestionProps<FileQuestion>): VNode => {
  const { question, posted, files } = props;
  const { id, label, readOnly } = question;
  const there = filesIn(posted[id] ?? []);
  const left = question.maxFiles - there.length;
  const open = files?.attach === true && !readOnly;
  const frame = { ...frameOf(props), help: <Help question={question} open={open} /> };
  return (
    <FieldGroup {...frame}>
      <span data-files={id} hidden>
        {there.map((file) => (
          <HiddenFields key={file.id} fields={{ [id]: fileText(file) }} />
        ))}
      </span>
      {there.length > 0 && (
        <ul class="files">
          {there.map((file) => (
            <li key={file.id}>
              <FileLine file={file} address={files?.address} />
              {open && (
                <Button kind="text" name=":act" value={`drop:${id}:${file.id}`} label={`${file.name}を取り消す`}>
                  取り消す
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {open && left > 0 && (
        <p class="files__add">
          <input
            {...controlOf(frame)}
            class="input"
            type="file"
            name={`:file.${id}`}
            multiple={left > 1}
            aria-label={`${label}のファイルを選ぶ`}
            accept={kindsTaken(question)
              .map((kind) => fileKinds[kind].type)
              .join(',')}
            data-most={fileLimit(question)}
          />
          <Button name=":act" value={`attach:${id}`} label={`${label}に選んだファイルを添える`}>
            選んだファイルを添える
          </Button>
        </p>
      )}
      {!(open && left > 0) && (
        <p id={id} class="hint">
          {open ? `${question.maxFiles}個まで添えました。` : there.length === 0 ? 'ファイルはありません。' : ''}
        </p>
      )}
    </FieldGroup>
  );
};

const Help = ({ question, open }: { question: FileQuestion; open: boolean }): VNode => {
  const { help, accept, maxFiles } = question;
  const kinds = kindsTaken(question)
    .map((kind) => fileKinds[kind].words)
    .join('・');
  return (
    <>
      {help && <p>{help}</p>}
      {open ? (
        <ul>
          <li>{`${kinds}。1個${sizeWords(fileLimit(question))}まで、${maxFiles}個まで。一度に送れるのは、合わせて${sizeWords(sendingLimit)}までです。`}</li>
          <li>写真に埋め込まれた撮影場所・日時・機種などは、保存するときに取り除きます。</li>
          {accept === 'document' && (
            <li>文書の作成者名などは、ファイルに残ります。患者や個人が分かるものは添えないでください。</li>
          )}
        </ul>
      ) : (
        <p>ファイルは、病院の画面から添えられます。</p>
      )}
    </>
  );
};
