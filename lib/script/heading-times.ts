/** `(0–5s)`, `[00:05 - 00:10]`, `(5 giây)` behind a number or a title. */
const TIMES =
  /[([]\s*(\d{1,3}(?::\d{2})?(?:[.,]\d+)?)\s*(?:s|giây)?\s*(?:[-–—~→]+\s*(\d{1,3}(?::\d{2})?(?:[.,]\d+)?)\s*)?(?:s|giây|seconds?|sec)?\s*[)\]]/iu;

/** Takes the times out of a heading; `seconds` is null where there are none, or where they do not tell a length. */
export function takeTimes(heading: string): { readonly rest: string; readonly seconds: number | null } {
  const found = TIMES.exec(heading);
  // `(2)` is a number of something else.
  if (found === null || !/[a-zâ:]|[-–—~→]/iu.test(found[0])) return { rest: heading, seconds: null };
  return { rest: heading.replace(found[0], ' '), seconds: lengthOf(found[1], found[2]) };
}

/** Seconds from one time to another, or as many as are named; null where they do not tell. */
function lengthOf(from: string | undefined, to: string | undefined): number | null {
  const [begin, end] = [secondsOf(from), secondsOf(to)];
  if (begin === null) return null;
  if (to === undefined) return begin;
  return end !== null && end > begin ? Math.round((end - begin) * 1_000) / 1_000 : null;
}

function secondsOf(time: string | undefined): number | null {
  if (time === undefined) return null;
  const [seconds, minutes = 0] = time.replace(',', '.').split(':').toReversed().map(Number);
  return seconds === undefined || Number.isNaN(seconds) ? null : minutes * 60 + seconds;
}
