/** Fills the room around the picture with the picture's own colours, blurred, a few times a second at most. */

const EVERY_MS = 500;
const STILL_EVERY_MS = 10_000;

/**
 * Blurs a few pixels here: a CSS filter would be computed for the whole stage at every frame.
 * @param {HTMLCanvasElement} canvas a few pixels large, and shown as large as the stage
 * @param {HTMLCanvasElement} picture what is drawn on it
 * @param {import('./player.js').Player} player
 */
export function showBackdrop(canvas, picture, player) {
  const brush = canvas.getContext('2d', { alpha: false });
  const calm = matchMedia('(prefers-reduced-motion: reduce)');
  let drawnAt = -Infinity;
  player.addEventListener('draw', () => {
    const now = performance.now();
    if (now - drawnAt > (calm.matches ? STILL_EVERY_MS : EVERY_MS)) {
      drawnAt = now;
      if (brush !== null) {
        brush.filter = 'blur(2px) brightness(.62)';
        brush.drawImage(picture, 0, 0, canvas.width, canvas.height);
      }
    }
  });
}
