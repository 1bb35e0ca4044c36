/**
 * Where a time lies on the charts, in bars: 3.25 is a quarter into the fourth.
 *
 * @param {number} time ms UTC
 */
function placeInTime(time) {
  let low = 0;
  let high = data.time.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((data.time[middle] ?? 0) <= time) low = middle;
    else high = middle - 1;
  }
  const inside = (time - (data.time[low] ?? 0)) / data.intervalMs;
  return low + Math.min(1, Math.max(0, inside));
}

/**
 * The x of a place; a bar is drawn around the middle of its time.
 *
 * @param {Chart} chart
 * @param {number} place
 */
function xOf(chart, place) {
  const scale = chart.timeScale();
  const whole = Math.floor(place);
  const left = scale.logicalToCoordinate(logical(whole));
  return left === null ? null : left + (place - whole - 0.5) * scale.options().barSpacing;
}

/** The opens of the bars, as the charting library names times. */
const chartTimes = data.time.map((time) => utc(time / 1000));

/**
 * @param {number} seconds
 * @returns {UtcTime}
 */
function utc(seconds) {
  return /** @type {UtcTime} */ (seconds);
}

/**
 * @param {number} place
 * @returns {PlaceInTime}
 */
function logical(place) {
  return /** @type {PlaceInTime} */ (place);
}

/**
 * Bars of a column as points, with a stretch left blank where it has none.
 *
 * @param {readonly (number | null)[]} column
 */
function points(column) {
  return chartTimes.map((time, place) => {
    const value = column[place] ?? null;
    return value === null ? { time } : { time, value };
  });
}
