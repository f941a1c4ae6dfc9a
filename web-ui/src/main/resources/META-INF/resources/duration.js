/** How long something takes, for people. @param {number | null | undefined} seconds '' when not known */
export function timeLeft(seconds) {
  if (seconds === null || seconds === undefined) {
    return '';
  }
  const whole = Math.max(1, Math.round(seconds));
  return whole < 90 ? `about ${whole} s left` : `about ${Math.round(whole / 60)} min left`;
}
