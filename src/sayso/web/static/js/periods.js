// Periods on an axis: where they stand, and which of them are named.
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const ROOM = 62; // pixels that a name on the axis takes
const STEPS = [1, 2, 5, 10, 20, 25, 50, 100, 200, 500];

export function band(count, left, right) {
  const step = (right - left) / Math.max(1, count);
  return {
    step,
    middle: (n) => left + step * (n + 0.5),
    start: (n) => left + step * n,
    at: (x) => Math.max(0, Math.min(count - 1, Math.floor((x - left) / step))),
  };
}

export function named(period) {
  const week = /^(\d{4})-(\d{2})-(\d{2})$/.exec(period);
  if (week) return `${Number(week[3])} ${MONTHS[week[2] - 1]} ${week[1]}`;
  const month = /^(\d{4})-(\d{2})$/.exec(period);
  return month ? `${MONTHS[month[2] - 1]} ${month[1]}` : period.replace("-", " ");
}

// Which periods are named: all, or the first of months, quarters, years, decades, as there is room.
export function marked(starts, freq, width) {
  const most = Math.max(2, Math.floor(width / ROOM));
  const whole = starts.map((start, n) => n);
  if (whole.length <= most) return whole.map((n) => ({ n, text: short(starts[n], freq, n === 0 || starts[n].slice(0, 4) !== starts[n - 1].slice(0, 4)) }));
  for (const months of [1, 2, 3, 6]) {
    const found = apart(firsts(starts, (start) => start.slice(0, 4) + Math.floor((start.slice(5, 7) - 1) / months)), starts.length, width);
    if (found.length <= most) return found.map((n, i) => ({ n, text: monthly(starts[n], i === 0 || starts[n].slice(0, 4) !== starts[found[i - 1]].slice(0, 4)) }));
  }
  for (const years of STEPS) {
    const begun = firsts(starts, (start) => Math.floor(start.slice(0, 4) / years)).filter((n) => n > 0 || starts[0].slice(4) === "-01-01");
    const found = apart(begun, starts.length, width);
    if (found.length <= most) return found.map((n) => ({ n, text: starts[n].slice(0, 4) }));
  }
  return [];
}

// Without the first, where time begins so shortly before the second that their names would run into each other.
function apart(found, count, width) {
  return found.length > 1 && ((found[1] - found[0]) / count) * width < ROOM ? found.slice(1) : found;
}

function firsts(starts, key) {
  return starts.flatMap((start, n) => (n === 0 || key(start) !== key(starts[n - 1]) ? [n] : []));
}

function monthly(start, withYear) {
  const month = MONTHS[start.slice(5, 7) - 1];
  return withYear ? `${month} ${start.slice(0, 4)}` : month;
}

function short(start, freq, withYear) {
  if (freq === "Y") return start.slice(0, 4);
  if (freq === "Q") return `Q${Math.ceil(start.slice(5, 7) / 3)}${withYear ? ` ${start.slice(0, 4)}` : ""}`;
  return freq === "M" ? monthly(start, withYear) : `${Number(start.slice(8))} ${monthly(start, withYear)}`;
}
