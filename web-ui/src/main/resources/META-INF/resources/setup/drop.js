/**
 * Lets a file be dropped into a field that asks for one.
 * @param {HTMLElement} zone
 * @param {HTMLInputElement} field
 * @param {() => void} onFile a file was chosen, one way or the other
 */
export function acceptDrops(zone, field, onFile) {
  zone.addEventListener('dragover', (drag) => {
    drag.preventDefault();
    zone.classList.add('over');
  });
  zone.addEventListener('dragleave', () => zone.classList.remove('over'));
  zone.addEventListener('drop', (drop) => {
    drop.preventDefault();
    zone.classList.remove('over');
    const file = drop.dataTransfer?.files[0];
    if (file) {
      const one = new DataTransfer();
      one.items.add(file);
      field.files = one.files;
      onFile();
    }
  });
  field.addEventListener('change', onFile);
}
