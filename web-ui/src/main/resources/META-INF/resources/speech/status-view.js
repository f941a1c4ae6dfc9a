import { element } from '../dom.js';
import { Status } from './status.js';

/** Shows the status under the form, in room that is reserved for it; what does not fit is scrolled to. */
export function showStatus() {
  const line = element('status', HTMLElement);
  return new Status((state, text) => {
    line.dataset.status = state;
    element('status-text', HTMLElement).textContent = text;
    line.tabIndex = line.scrollHeight > line.clientHeight ? 0 : -1;
  });
}
