import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import type { RejectedRow } from '#lib/core/organisations/read-register.ts';
import type { Actor } from '#lib/core/permission/actor.ts';
import { programs } from '#lib/programs/every-program.ts';
import { PREFECTURES } from '#lib/reference/prefectures.ts';
import { readSheets } from '#lib/sheets/read-sheets.ts';
import { rowsPerPart } from '#lib/usecases/import-parts.ts';
import { importOrganisations } from '#lib/usecases/jobs/import-organisations.ts';
import { prepareImport, startImport } from '#lib/usecases/prepare-import.ts';
import { takeStep } from '#lib/usecases/run-job.ts';
import { tryImport } from '#lib/usecases/try-import.ts';
import { commandDesk, stop } from './command-desk.ts';

/**
 * `npm run -s import -- FILE [--apply] [--table NAME]`: the dry run of a register, a line per rejected row; with --apply it is taken in.
 * Without --table it speaks to the platform that is running on this machine. Exit 1 when nothing could be taken.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    apply: { type: 'boolean', default: false },
    table: { type: 'string' },
    data: { type: 'string', default: process.env.RENKEI_DATA ?? '.data' },
  },
});

const path = positionals[0] ?? stop('使い方：npm run -s import -- ファイル.csv [--apply] [--table 表の名前]');
if (!existsSync(path)) stop(`ファイルがありません：${path}`);

const desk = commandDesk(values, programs);
const operator: Actor = { kind: 'system', name: 'import-command' };
const tell = (rejected: readonly RejectedRow[]) => {
  for (const { line, name, reasons } of rejected)
    console.log(`${line}行目\t取り込めません\t${name}\t${reasons.join('')}`);
};

const read = await readSheets(new Uint8Array(readFileSync(path)));
if (!read.ok) stop(read.error.message);
else {
  const areas = programs.flatMap(({ editions }) => editions.at(-1)?.reference.areas.rows ?? []);
  const cells = (read.value.sheets[0]?.rows ?? []).map((row) => row.map((cell) => (cell === null ? '' : String(cell))));
  const upload = { cells, filename: basename(path), places: { prefectures: PREFECTURES, areas } };
  const prepared = await prepareImport(desk, operator, upload);
  if (!prepared.ok) {
    tell(prepared.error.register.rejected);
    stop('取り込める行がありません。');
  } else {
    const plan = (await tryImport(desk, prepared.value)) ?? stop('取り込む内容が見つかりません。');
    const { register, totals, unresolved, job } = plan;
    tell(register.rejected);
    for (const { line, name } of unresolved)
      console.log(`${line}行目\t要確認\t${name}\t二次医療圏がわからないため、対象かどうかを決められません。`);
    if (register.ignoredColumns.length > 0) console.log(`読み込まない列：${register.ignoredColumns.join('、')}`);
    console.log(
      `新しく加わる ${totals.new}件、変わる ${totals.changed}件、変わらない ${totals.same}件、取り込めない ${totals.rejected}件、要確認 ${unresolved.length}件`,
    );
    if (values.apply) {
      await startImport(desk, operator, job.id);
      for (let left = job.total; left > 0; left -= rowsPerPart)
        await takeStep(desk, job.id, (one) => importOrganisations(desk, one));
      console.log('取り込みました。');
    } else console.log('まだ名簿は変わっていません。--apply を付けると取り込みます。');
  }
}
