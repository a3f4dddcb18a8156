/// <reference path="./css.d.ts" />
import '../../../components/prefecture-tiles.css';
import './list.css';
import type { PointsTable } from '#lib/core/matching/rank/points-table.ts';
import { NO_SCORE, rankPoints } from '#lib/core/matching/rank/rank-points.ts';
import type { Direction } from '#lib/core/matching/rank/scoring-rule.ts';
import { barPath } from './bar-path.ts';
import type { RerankData } from './rerank-data.ts';

/** Re-ranks the list at once while a slider moves; the words of newly shown lines come from the server a moment later. */
const form = document.querySelector<HTMLFormElement>('#conditions');
const sliders = [...document.querySelectorAll<HTMLInputElement>('#conditions input[type=range]')];
const status = document.querySelector('#rerank-status');
const top3 = document.querySelector('#weights-top');

/** What stands outside the results and says whose weights these are. */
const SAY_WHOSE = ['#whose-weights', '#weights-changed', '#list-buttons'];

interface Loaded {
  readonly data: RerankData;
  readonly table: PointsTable;
}

let loading: Promise<Loaded | undefined> | undefined;
let settling: ReturnType<typeof setTimeout> | undefined;
let round = 0;

const load = (): Promise<Loaded | undefined> => {
  loading ??= fetch(location.href, { headers: { accept: 'application/json' } })
    .then((response) => (response.ok ? response.json() : undefined))
    .then((data: RerankData | undefined) => {
      if (!data) return undefined;
      const points = Uint8Array.from(atob(data.points), (letter) => letter.charCodeAt(0));
      const { side, closed, lots } = data;
      const table = {
        side,
        partners: lots.length,
        points,
        closed: Uint8Array.from(closed),
        lots: Uint32Array.from(lots),
      };
      return { data, table };
    })
    .catch(() => undefined);
  return loading;
};

const weights = () => Object.fromEntries(sliders.map(({ name, value }) => [name.slice(2), Number(value)]));

/** Address of the list as the form stands now, without weights that are the published ones. */
function address(): string {
  const query = new URLSearchParams();
  if (!form) return location.href;
  for (const [name, value] of new FormData(form)) {
    const slider = name.startsWith('w.') ? form.elements.namedItem(name) : undefined;
    const usual = slider instanceof HTMLInputElement ? slider.dataset.published === value : value === '';
    if (!usual && typeof value === 'string') query.append(name, value);
  }
  const text = query.toString();
  return text === '' ? form.action : `${form.action}?${text}`;
}

function put(line: Element, part: string, text: string | number): void {
  const place = line.querySelector(`[data-${part}]`);
  if (place) place.textContent = String(text);
}

/** Puts the lines of the first page in their new order, with new points and bars. */
function reorder({ data, table }: Loaded): void {
  const list = document.querySelector('.entries');
  const pattern = list?.firstElementChild;
  if (!list || !pattern) return;
  const { rule, side } = data;
  const ranked = rankPoints(rule, table, weights());
  const own: Direction = side === 'source' ? 'for-source' : 'for-destination';
  const other: Direction = side === 'source' ? 'for-destination' : 'for-source';
  const [forOwn, forOther] =
    side === 'source' ? [ranked.forSource, ranked.forDestination] : [ranked.forDestination, ranked.forSource];
  const columns = (direction: Direction) =>
    rule.criteria.flatMap((criterion, column) => (criterion.direction === direction ? [column] : []));
  const [ownColumns, otherColumns] = [columns(own), columns(other)];
  const kept = new Set(data.kept);
  const known = new Map([...list.children].map((line) => [line.getAttribute('data-id'), line]));
  const lines: Element[] = [];
  for (let place = 0; place < ranked.order.length && lines.length < 50; place++) {
    const row = ranked.order[place] ?? 0;
    const [id, name, where] = data.partners[row] ?? ['', '', ''];
    if (!kept.has(row)) continue;
    const line = known.get(id) ?? newLine(pattern, id, name, where);
    const base = row * rule.criteria.length;
    const ownScore = forOwn[row] ?? NO_SCORE;
    const text = (score: number, direction: Direction) =>
      score === NO_SCORE ? '回答なし' : `${score} / ${rule.outOf[direction]}点`;
    const total = ranked.totals[row] ?? NO_SCORE;
    put(line, 'place', place + 1);
    put(line, 'own', text(ownScore, own));
    put(line, 'other', text(forOther[row] ?? NO_SCORE, other));
    put(line, 'total', total === NO_SCORE ? '―' : total);
    line.querySelector('.score__own')?.setAttribute('d', barPath(ranked.contributions, base, ownColumns));
    line
      .querySelector('.score__other')
      ?.setAttribute('d', barPath(ranked.contributions, base, otherColumns, Math.max(ownScore, 0)));
    lines.push(line);
  }
  list.replaceChildren(...lines);
  const first = lines.slice(0, 3).map((line, at) => {
    const name = document.createElement('span');
    name.textContent = `${at + 1}位 ${line.querySelector('h3')?.textContent?.trim() ?? ''}`;
    return name;
  });
  top3?.replaceChildren('この重みでの上位：', ...first);
}

/** A line that the page has not shown yet: its points now, its words when the server has told them. */
function newLine(pattern: Element, id: string, name: string, where: string): Element {
  const line = pattern.cloneNode(true);
  if (!(line instanceof Element)) return pattern;
  line.setAttribute('data-id', id);
  const link = line.querySelector('a');
  if (link) {
    link.textContent = name;
    link.href = `${form?.action}/${encodeURIComponent(id)}`;
  }
  put(line, 'where', where);
  for (const stale of line.querySelectorAll('.entry__class, .status, .entry__missing, .entry__foot')) stale.remove();
  for (const box of line.querySelectorAll('input')) {
    box.id = `c-${id}`;
    box.value = id;
    box.checked = false;
    box.nextElementSibling?.setAttribute('for', box.id);
  }
  put(line, 'reasons', '');
  return line;
}

/** Takes the finished page over from the server, keeping what was ticked. */
async function settle(): Promise<void> {
  const asked = ++round;
  const target = address();
  const page = await fetch(target)
    .then((response) => (response.ok ? response.text() : ''))
    .catch(() => '');
  if (asked !== round || page === '') return;
  const told = new DOMParser().parseFromString(page, 'text/html');
  const fresh = told.querySelector('#results');
  const stale = document.querySelector('#results');
  if (!fresh || !stale) return;
  const ticked = [...stale.querySelectorAll<HTMLInputElement>('input[name=ids]:checked')].map(({ value }) => value);
  stale.replaceWith(fresh);
  for (const id of SAY_WHOSE) {
    const part = told.querySelector(id);
    if (part) document.querySelector(id)?.replaceWith(part);
  }
  for (const box of fresh.querySelectorAll<HTMLInputElement>('input[name=ids]'))
    box.checked = ticked.includes(box.value);
  history.replaceState(null, '', target);
  const first = fresh.querySelector('.entry__name')?.textContent ?? '';
  if (status) status.textContent = `並べ直しました。1位は${first}です。`;
}

for (const slider of sliders) {
  slider.addEventListener('focus', () => void load());
  slider.addEventListener('pointerenter', () => void load());
  slider.addEventListener('input', async () => {
    const output = slider.parentElement?.querySelector('output');
    if (output) output.textContent = slider.value;
    clearTimeout(settling);
    settling = setTimeout(() => void settle(), 600);
    const loaded = await load();
    if (loaded) reorder(loaded);
  });
}
