// Looks at every frame the page draws: what lies in the mouth's rectangle of that frame, and what lies outside it.
(() => {
  const zones = arguments[0]; // per base frame: [x, y, width, height]
  const canvas = document.getElementById('avatar');
  const brush = canvas.getContext('2d');
  const samples = [];
  window.recorded = samples;
  const hash = (words, from, to, start) => {
    let value = start;
    for (let i = from; i < to; i++) {
      value = Math.imul(value ^ words[i], 16777619);
    }
    return value;
  };
  let seen = '';
  const look = () => {
    requestAnimationFrame(look);
    const { frame, utterance = '', viseme = '', state } = canvas.dataset;
    const key = `${frame} ${utterance} ${viseme}`;
    if (frame === undefined || state === 'connecting' || key === seen) {
      return;
    }
    seen = key;
    const { width, height } = canvas;
    const words = new Uint32Array(brush.getImageData(0, 0, width, height).data.buffer);
    const [zx, zy, zw, zh] = zones[Number(frame)];
    let outside = 2166136261;
    let mouth = 2166136261;
    for (let y = 0; y < height; y++) {
      const row = y * width;
      if (y < zy || y >= zy + zh) {
        outside = hash(words, row, row + width, outside);
      } else {
        outside = hash(words, row, row + zx, outside);
        mouth = hash(words, row + zx, row + zx + zw, mouth);
        outside = hash(words, row + zx + zw, row + width, outside);
      }
    }
    samples.push({ frame: Number(frame), utterance, viseme, outside, mouth });
  };
  look();
})();
