/**
 * The messages for failures: a row for every code of the API, and for what the page itself meets.
 *
 * The first column says what happened; null where the server's own sentence is better, as it names what was found.
 * The second one says what to do.
 * @type {Record<string, [string | null, string]>}
 */
const WORDS = {
  // The page's own
  NO_NETWORK: ['This machine has no network', 'The page connects again by itself once there is one.'],
  UNREACHABLE: ['The server can’t be reached', 'Is it running? The page tries again by itself.'],
  NOT_KEPT: [
    'The server no longer has this utterance',
    'Say it again, or make a video: that is rendered from the text.',
  ],

  // What was asked for
  INVALID_REQUEST: [null, 'This page and the server may be of different versions: reload the page.'],
  INVALID_CHANNEL: [null, 'Choose another name in the address: ?channel=name.'],
  INVALID_SSML: [null, 'Correct the tags, or send the text without them.'],
  INVALID_OPTION: [null, 'Choose one of those.'],
  INVALID_TEXT: [null, 'Change the text and try again.'],
  INVALID_RATE: [null, 'Choose a speed between a half and twice the usual one.'],
  INVALID_PITCH: [null, 'Choose a pitch between a half and twice the usual one.'],
  TEXT_TOO_LONG: [null, 'Say it in parts.'],
  BODY_TOO_LARGE: [null, 'Send less at once.'],
  UNKNOWN_VOICE: ['This voice is gone', 'Choose another one from the list.'],
  UNAUTHENTICATED: ['This needs a key', 'Sign in with one.'],
  FORBIDDEN: ['Your key does not allow this', 'Sign in with another one, or ask who runs the server.'],
  NOT_FOUND: [null, 'It may have been removed, or the server was restarted.'],
  METHOD_NOT_ALLOWED: [null, 'This page and the server may be of different versions: reload the page.'],
  HOST_NOT_ALLOWED: [null, 'Open the page under another address, or ask who runs the server.'],
  ORIGIN_NOT_ALLOWED: [null, 'Open the page under the server’s own address, or ask who runs the server.'],
  CHANNEL_TAKEN: [null, 'Give the avatar another name.'],

  // Renders
  UTTERANCE_NOT_WHOLE: [null, 'Wait until it has been said.'],
  RENDER_NOT_DONE: [null, 'Wait until it is made.'],
  INVALID_RANGE: [null, 'Download the file from its beginning.'],
  INVALID_RENDER: [null, 'This page and the server may be of different versions: reload the page.'],
  TOO_MANY_RENDERS: ['The server makes as many videos as it can', 'Try again when one of them is done.'],
  RENDER_FAILED: ['The video could not be made', 'Try again; if it stays, the server’s log says more.'],

  // Uploads and setup
  INVALID_AVATAR_ID: [null, 'Choose a name of small letters, digits and hyphens.'],
  AVATAR_EXISTS: [null, 'Give it another name, or tick “Replace an avatar of that name”.'],
  UNKNOWN_ENGINE: [null, 'Choose another engine, or leave the choice to the server.'],
  MODEL_MISSING: [null, 'Choose engine warp or harvest, which need no models.'],
  INVALID_MODEL: [null, 'Choose engine warp or harvest, or ask who runs the server to import the models again.'],
  NO_ROOM: ['The server has no room for this file', 'Send a smaller one, or ask who runs the server.'],
  RECORDING_TOO_LARGE: [null, 'Send a shorter one.'],
  UPLOAD_TOO_LARGE: [null, 'Cut the video: half a minute is enough for an avatar.'],
  UPLOAD_STALLED: [null, 'Check the connection, and send the file again.'],
  UNSUPPORTED_MEDIA_TYPE: [null, 'Choose a video (MP4, WebM, MOV) or a picture (JPEG, PNG).'],
  UNREADABLE_VIDEO: [null, 'Choose a video (MP4, WebM, MOV) or a picture (JPEG, PNG) that other programs can open.'],
  INVALID_FRAME: [null, 'Leave the frame empty to have one chosen.'],
  NO_FACE: [null, 'Choose a picture or video in which one face looks to the front, large and in good light.'],
  SETUP_FAILED: ['The avatar could not be made', 'Try another video or another engine; the server’s log says more.'],
  INVALID_BUNDLE: [null, 'Make the avatar again.'],
  AVATAR_NOT_READY: [null, 'It appears as soon as it is ready.'],

  // The system
  KAFKA_UNAVAILABLE: ['The message broker is away, so nothing can be said', 'Try again in a moment.'],
  CHANNEL_ELSEWHERE: [null, 'Reload the page.'],
  CHANNEL_MOVING: ['The avatar is moving to another machine', 'It comes back in a moment by itself.'],
  SERVICE_UNAVAILABLE: [null, 'Everything else still works. Try again in a moment.'],
  QUEUE_FULL: ['Too many texts wait to be spoken', 'Wait until one is over, or speak this one now instead of queueing it.'],
  SPEECH_EXPIRED: ['The text was not begun in time', 'Speak it again.'],
  RATE_LIMITED: ['Too many requests at once', 'Wait a minute, then try again.'],
  QUOTA_EXCEEDED: ['Your key has used up what it may for today', 'Try again tomorrow, or ask who runs the server.'],
  TOO_MANY_CONNECTIONS: ['Too many pages are open from here', 'Close some that show the avatar.'],
  TOO_MANY_CHANNELS: ['The server can’t show more channels', 'Use an existing one.'],
  TOO_MANY_VIEWERS: ['The server can’t serve more viewers', 'Close other pages that show the avatar.'],
  SYNTHESIS_FAILED: [null, 'Try again, or choose another voice.'],
  INVALID_AUDIO: [null, 'Choose another recording.'],
  INVALID_TIMELINE: [null, 'Try again, or choose another voice.'],
  UNKNOWN_PHONEME: [null, 'Choose another voice.'],
  MALFORMED_RECORD: ['Parts of the system are of different versions', 'Update all of them.'],
  INTERNAL_ERROR: ['Something went wrong in the server', 'Try again; if it stays, the server’s log says more.'],
};

/**
 * A failure in plain words: what happened and what to do.
 * @param {string | null} code as the API has it, without the `urn:avatar:problem:`
 * @param {string | null} [detail] the server's own words
 */
export function explain(code, detail = null) {
  const [what, remedy] = WORDS[code ?? ''] ?? [null, 'Try again in a moment.'];
  return `${ended(what ?? detail ?? 'That did not work')} ${remedy}`;
}

/** @param {string} sentence */
function ended(sentence) {
  return /[.!?…]$/.test(sentence) ? sentence : `${sentence}.`;
}
