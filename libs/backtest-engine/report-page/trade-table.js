const ROWS_PER_PAGE = 50;

/** What the reader asked the table for. */
const wish = { column: 0, descending: false, page: 0, filter: 'all', search: '' };

/** @param {PageTrade} trade */
function isWished(trade) {
  const { filter, search } = wish;
  if (search !== '' && !`${trade.entryReason}\n${trade.exitReason}`.toLowerCase().includes(search))
    return false;
  if (filter === 'won') return trade.profit > 0;
  if (filter === 'lost') return trade.profit <= 0;
  return filter === 'all' || trade.exitKind === filter;
}

function drawTrades() {
  const by = TRADE_COLUMNS[wish.column]?.by ?? ((/** @type {PageTrade} */ trade) => trade.number);
  const wished = trades.filter(isWished).sort((a, b) => (wish.descending ? by(b) - by(a) : by(a) - by(b)));
  const pages = Math.max(1, Math.ceil(wished.length / ROWS_PER_PAGE));
  wish.page = Math.min(Math.max(0, wish.page), pages - 1);
  const start = wish.page * ROWS_PER_PAGE;
  const rows = wished.slice(start, start + ROWS_PER_PAGE).map((trade) => {
    const row = document.createElement('tr');
    row.append(...TRADE_COLUMNS.map(({ cell }) => cell(trade)));
    return row;
  });
  element('trade-rows').replaceChildren(...(rows.length > 0 ? rows : [noRow()]));
  element('trade-range').textContent =
    wished.length === 0 ? '0 trades' : `${start + 1}–${start + rows.length} of ${grouped(wished.length, 0)}`;
  element('trade-back').toggleAttribute('disabled', wish.page === 0);
  element('trade-on').toggleAttribute('disabled', wish.page === pages - 1);
  markSorted();
}

function noRow() {
  const row = document.createElement('tr');
  const cell = newElement('td', 'text empty', 'No trade is like that.');
  cell.setAttribute('colspan', String(TRADE_COLUMNS.length));
  row.append(cell);
  return row;
}

function markSorted() {
  for (const [index, head] of [...element('trade-columns').children].entries()) {
    const order = wish.descending ? 'descending' : 'ascending';
    head.setAttribute('aria-sort', index === wish.column ? order : 'none');
  }
}

/** Asks for something else, from the first page on. @param {Partial<typeof wish>} change */
function ask(change) {
  Object.assign(wish, { page: 0 }, change);
  drawTrades();
}

function startTradeTable() {
  if (trades.length === 0) return;
  const heads = TRADE_COLUMNS.map(({ name, text }, column) => {
    const head = newElement('th', text === true ? 'text' : '', '');
    const button = newElement('button', '', name);
    button.addEventListener('click', () =>
      ask({ column, descending: wish.column === column ? !wish.descending : text !== true && column !== 0 }),
    );
    head.append(button);
    return head;
  });
  element('trade-columns').append(...heads);
  element('trade-sort').append(...sortChoices());
  onValue('trade-sort', (value) =>
    ask({ column: Math.abs(Number(value)), descending: value.startsWith('-') }),
  );
  onValue('trade-filter', (filter) => ask({ filter }));
  onValue('trade-search', (search) => ask({ search: search.trim().toLowerCase() }));
  element('trade-back').addEventListener('click', () => ask({ page: wish.page - 1 }));
  element('trade-on').addEventListener('click', () => ask({ page: wish.page + 1 }));
  drawTrades();
}

/** A phone shows no heads to click on. */
function sortChoices() {
  const choices = [
    ['0', 'In order'],
    ['-7', 'Best profit'],
    ['7', 'Worst profit'],
    ['-3', 'Longest held'],
  ];
  return choices.map(([value = '', name = '']) => {
    const choice = newElement('option', '', name);
    choice.setAttribute('value', value);
    return choice;
  });
}

/** @param {string} id @param {(value: string) => void} task */
function onValue(id, task) {
  const field = element(id);
  field.addEventListener('input', () => {
    if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) task(field.value);
  });
}
