import { readFile } from 'node:fs/promises';
import { openApiOf } from '#lib/core/survey/open-api.ts';
import type { XlsFormNote } from '#lib/core/survey/xlsform/grid.ts';
import { importXlsForm } from '#lib/core/survey/xlsform/import.ts';
import { readXlsx } from '#lib/sheets/read-xlsx.ts';

/**
 * `npm run -s form -- FILE.xlsx`: prints an XLSForm as JSON (exit 0), or its problems (exit 1); notices go to standard error.
 * With `--openapi` before the file it prints the shape of the form's answers as OpenAPI 3.1 instead.
 */
async function main(args: readonly string[]): Promise<number> {
  const path = args.find((arg) => arg !== '--openapi');
  if (path === undefined) {
    console.error('使い方: npm run -s form -- [--openapi] FILE.xlsx');
    return 2;
  }
  const bytes = await readFile(path).catch(() => undefined);
  if (bytes === undefined) return failed([`${path}: ファイルを開けません。`]);
  const workbook = await readXlsx(bytes);
  if (!workbook.ok) return failed([`${path}: ${workbook.error.message}`]);
  const { form, problems, notices } = importXlsForm(workbook.value);
  for (const notice of notices) console.error(`（参考）${line(notice)}`);
  if (form === undefined) return failed(problems.map(line));
  console.log(JSON.stringify(args.includes('--openapi') ? openApiOf(form) : form, null, 2));
  return 0;
}

function failed(lines: readonly string[]): number {
  console.log(lines.join('\n'));
  return 1;
}

const line = ({ sheet, row, column, message }: XlsFormNote): string =>
  `${sheet} ${row}行目${column === undefined ? '' : ` ${column}`}: ${message}`;

process.exitCode = await main(process.argv.slice(2));
