// Listens to what the page sends to the loudspeaker; has to be there before the page's own scripts.
(() => {
  const connect = AudioNode.prototype.connect;
  window.loudest = 0;
  AudioNode.prototype.connect = function (target, ...rest) {
    if (target instanceof AudioDestinationNode) {
      const ear = new AnalyserNode(this.context, { fftSize: 1024 });
      const samples = new Float32Array(ear.fftSize);
      connect.call(this, ear);
      setInterval(() => {
        ear.getFloatTimeDomainData(samples);
        window.loudest = Math.max(window.loudest, Math.sqrt(samples.reduce((sum, x) => sum + x * x, 0) / samples.length));
      }, 20);
    }
    return connect.call(this, target, ...rest);
  };
})();
