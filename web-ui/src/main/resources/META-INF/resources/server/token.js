/** The token of the link with which the page was opened; empty without one. */
const token = globalThis.location ? new URLSearchParams(location.search).get('token') : null;

/** An address of this server, with that token. @param {string} url */
export function authorized(url) {
  return token ? `${url}${url.includes('?') ? '&' : '?'}token=${encodeURIComponent(token)}` : url;
}
