/** @type {Chart[]} */
const charts = [];

/** How many bars are shown at least. */
const LEAST_BARS = 8;

/** Pixels left free at each side of the whole, so that the first and last labels have room. */
const EDGE = 22;

const narrowness = window.matchMedia('(max-width: 640px)');

/**
 * Makes a chart in the page's style; all charts move and zoom together.
 *
 * @param {string} id
 * @returns {Chart}
 */
function newChart(id) {
  const chart = LightweightCharts.createChart(element(id), {
    autoSize: true,
    localization: { locale: 'en-US', timeFormatter: (/** @type {number} */ time) => utcMinute(time * 1000) },
    timeScale: {
      timeVisible: true,
      secondsVisible: false,
      tickMarkFormatter: dayOfMonth,
      minBarSpacing: 0.02,
      rightOffset: 0,
      lockVisibleTimeRangeOnResize: true,
    },
    rightPriceScale: { minimumWidth: priceScaleWidth(), entireTextOnly: true },
    handleScroll: { mouseWheel: false, vertTouchDrag: false },
    handleScale: { mouseWheel: false, axisPressedMouseMove: { time: true, price: false } },
    crosshair: { mode: LightweightCharts.CrosshairMode.Normal },
  });
  chart.applyOptions(chartColours());
  onColourChange(() => chart.applyOptions(chartColours()));
  narrowness.addEventListener('change', () =>
    chart.applyOptions({ rightPriceScale: { minimumWidth: priceScaleWidth() } }),
  );
  chart.timeScale().subscribeSizeChange(() =>
    requestAnimationFrame(() => {
      alignScales();
      freeEdges();
    }),
  );
  chart.timeScale().subscribeVisibleLogicalRangeChange((range) => {
    if (range !== null) for (const other of charts) if (other !== chart) follow(other, range);
  });
  charts.push(chart);
  return chart;
}

/**
 * The label of a day with its month, since a bare 13 between months tells nobody what it counts; other labels stay the
 * charting library's.
 *
 * @param {Time} time
 * @param {TickMarkType} kind
 * @param {string} locale
 */
function dayOfMonth(time, kind, locale) {
  if (kind !== LightweightCharts.TickMarkType.DayOfMonth || typeof time !== 'number') return null;
  const day = new Date(time * 1000);
  return day.toLocaleDateString(locale, { month: 'short', day: 'numeric', timeZone: 'UTC' });
}

/** Pixels; wide enough for most prices, so that the charts are not laid out twice. */
function priceScaleWidth() {
  return narrowness.matches ? 56 : 84;
}

/** All charts leave as much room for prices as the longest price needs, so that their bars stand below each other. */
function alignScales() {
  const minimumWidth = Math.max(...charts.map((chart) => chart.priceScale('right').width()));
  for (const chart of charts) chart.applyOptions({ rightPriceScale: { minimumWidth } });
}

/**
 * @param {Chart} chart
 * @param {BarRange} range
 */
function follow(chart, range) {
  const now = chart.timeScale().getVisibleLogicalRange();
  const apart = now === null ? 1 : Math.abs(now.from - range.from) + Math.abs(now.to - range.to);
  if (apart > 1e-3) chart.timeScale().setVisibleLogicalRange(range);
}

function chartColours() {
  const line = colour('line');
  return {
    layout: {
      background: { color: 'transparent' },
      textColor: colour('muted'),
      fontFamily: getComputedStyle(document.body).fontFamily,
      fontSize: 11,
      attributionLogo: false,
      panes: { separatorColor: line, separatorHoverColor: line, enableResize: false },
    },
    grid: { vertLines: { visible: false }, horzLines: { color: line } },
    rightPriceScale: { borderVisible: false },
    timeScale: { borderColor: line },
    crosshair: {
      vertLine: { color: colour('faint'), labelBackgroundColor: colour('tag') },
      horzLine: { color: colour('faint'), labelBackgroundColor: colour('tag') },
    },
  };
}

/**
 * Shows a stretch of bars on every chart.
 *
 * @param {number} from
 * @param {number} to
 */
function showBars(from, to) {
  for (const chart of charts) chart.timeScale().setVisibleLogicalRange({ from, to });
}

function showAll() {
  const bars = Math.max(LEAST_BARS, data.time.length);
  const edge = (bars * EDGE) / element('equity-chart').clientWidth;
  showBars(-0.5 - edge, bars - 0.5 + edge);
}

/** The free edges are pixels, and so they are another part of the whole once the charts have another width. */
function freeEdges() {
  const range = charts[0]?.timeScale().getVisibleLogicalRange() ?? null;
  if (range !== null && range.from <= 0 && range.to >= data.time.length - 1) showAll();
}

/** @param {number} factor above 1 shows more */
function zoom(factor) {
  const range = charts[0]?.timeScale().getVisibleLogicalRange() ?? null;
  if (range === null) return;
  const middle = (range.from + range.to) / 2;
  const most = Math.max(LEAST_BARS, data.time.length);
  const half = Math.min(most, Math.max(LEAST_BARS, (range.to - range.from) * factor)) / 2;
  if (half * 2 >= most) showAll();
  else showBars(middle - half, middle + half);
}

/** Values that lie more than this many times apart are shown on a log scale at first. */
const WIDE_SPREAD = 4;

/** @param {readonly (readonly (number | null)[])[]} columns */
function isWide(columns) {
  let [lowest, highest] = [Infinity, 0];
  for (const column of columns) {
    for (const value of column) {
      if (value === null) continue;
      if (value < lowest) lowest = value;
      if (value > highest) highest = value;
    }
  }
  return lowest > 0 && highest / lowest > WIDE_SPREAD;
}

/**
 * Lets the reader choose between a plain and a log scale; gives what sets it.
 *
 * @param {string} id
 * @param {Chart} chart
 */
function logButton(id, chart) {
  const button = element(`${id}-log`);
  const { Logarithmic, Normal } = LightweightCharts.PriceScaleMode;
  const set = (/** @type {boolean} */ isLog) => {
    chart.priceScale('right').applyOptions({ mode: isLog ? Logarithmic : Normal });
    button.setAttribute('aria-pressed', String(isLog));
  };
  button.addEventListener('click', () => set(button.getAttribute('aria-pressed') !== 'true'));
  return set;
}

for (const button of document.querySelectorAll('[data-zoom] button:not([aria-pressed])')) {
  if (!(button instanceof HTMLButtonElement)) continue;
  const { zoomBy } = button.dataset;
  button.addEventListener('click', () => (zoomBy === undefined ? showAll() : zoom(Number(zoomBy))));
}
