// Listens for new figures, and comes back by itself when the connection is lost.
const STREAM = '/api/v1/statistics/stream';
const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 60_000;
/** The service speaks every fifteen seconds; who has said nothing for so long is not there any more. */
const SILENCE = 45_000;

/**
 * @param wanted.news follows when the figures may be others than those that were read
 * @param wanted.beat follows whenever the service is heard of
 * @param wanted.state is told: on, waiting, paused (by somebody), past (the day shown does not change by itself)
 */
export function live({ news, beat, state }) {
  let source;
  let known;
  let wait = FIRST_WAIT;
  let timer;
  let silence;
  let wanted = false;
  let paused = false;

  function close() {
    clearTimeout(timer);
    clearTimeout(silence);
    source?.close();
    source = undefined;
  }

  function lost() {
    close();
    state('waiting');
    // not all at once, when a service comes back to many pages
    timer = setTimeout(open, wait * (0.75 + Math.random() / 2));
    wait = Math.min(wait * 2, LONGEST_WAIT);
  }

  function listenOn() {
    clearTimeout(silence);
    silence = setTimeout(lost, SILENCE);
  }

  function open() {
    close();
    source = new EventSource(STREAM);
    listenOn();
    source.addEventListener('error', lost);
    source.addEventListener('position', ({ data }) => {
      wait = FIRST_WAIT;
      listenOn();
      state('on');
      if (known !== undefined && data !== known) news();
      known = data;
      beat();
    });
  }

  function follow() {
    close();
    if (!wanted) return state('past');
    if (paused) return state('paused');
    if (document.hidden) return undefined;
    state('waiting');
    return open();
  }

  document.addEventListener('visibilitychange', follow);
  return {
    /** Whether what is shown changes by itself. */
    want(is) {
      if (is === wanted && (source || paused)) return;
      wanted = is;
      follow();
    },
    pause(is) {
      paused = is;
      follow();
    },
    isPaused: () => paused,
    stop() {
      wanted = false;
      close();
    },
  };
}
