// Runs before the page's own scripts, and watches from outside what they give the loudspeaker and the canvas: window.avatarSkew.take()
// hands out, for every frame drawn while something sounds, the utterance, the place in its sound that the frame shows, and the
// place that is heard when the frame is first seen, in seconds.
(() => {
  /** Pieces that lie so close together are of one utterance. */
  const CONTIGUOUS_S = 0.05;
  const REFRESH_MS = 1000 / 60;
  /** The system's stamps of the audio clock jump by milliseconds; their median does not. */
  const STAMPS = 31;

  const pieces = [];
  let samples = [];
  let context = null;
  let refreshedAt = 0;
  let offsets = [];

  const start = AudioBufferSourceNode.prototype.start;
  AudioBufferSourceNode.prototype.start = function (when, offset = 0, duration = this.buffer.duration - offset) {
    context = this.context;
    const before = pieces.at(-1);
    const from = when - offset;
    const follows = before !== undefined && Math.abs(before.until - from) < CONTIGUOUS_S;
    pieces.push({
      from,
      until: from + this.buffer.duration,
      stop: when + duration,
      position: follows ? before.position + (before.until - before.from) : 0,
    });
    start.call(this, when, offset, duration);
  };

  const request = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (callback) => request((now) => {
    refreshedAt = now;
    callback(now);
  });

  const draw = CanvasRenderingContext2D.prototype.drawImage;
  CanvasRenderingContext2D.prototype.drawImage = function (...given) {
    draw.apply(this, given);
    if (this.canvas.id === 'avatar') {
      // The page says what it has drawn once it has drawn it.
      queueMicrotask(() => measure(this.canvas));
    }
  };

  function measure(canvas) {
    const { utterance, position } = canvas.dataset;
    const heard = heardAt(refreshedAt + REFRESH_MS);
    const piece = heard === null ? undefined : pieces.findLast(({ from, stop }) => from <= heard && heard < stop);
    if (utterance !== undefined && position !== undefined && piece !== undefined) {
      samples.push([utterance, Number(position), piece.position + heard - piece.from]);
    }
  }

  function heardAt(ms) {
    const stamp = context?.getOutputTimestamp();
    if (!(stamp?.performanceTime > 0 && stamp.contextTime > 0)) {
      return null;
    }
    offsets = [...offsets, stamp.performanceTime - stamp.contextTime * 1000].slice(-STAMPS);
    return (ms - offsets.toSorted((a, b) => a - b)[Math.floor(offsets.length / 2)]) / 1000;
  }

  window.avatarSkew = {
    take() {
      const taken = samples;
      samples = [];
      return taken;
    },
  };
})();
