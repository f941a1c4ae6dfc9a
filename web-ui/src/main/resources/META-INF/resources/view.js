// @ts-check
/* Marks a page that shows the picture alone before anything is drawn: css/plain.css hides the rest. Runs in <head>, hence no module. */
if (new URLSearchParams(location.search).has('plain')) {
  document.documentElement.dataset.view = 'plain';
}
