/** What a reader chose, remembered where the browser lets us: a blocked storage is the same as an empty one. */

/**
 * @param {string} key
 * @returns {string | null}
 */
export function recall(key) {
  try {
    return window.localStorage.getItem("heitu-" + key);
  } catch (error) {
    return null;
  }
}

/**
 * @param {string} key
 * @param {string} value
 * @returns {boolean} whether it was stored
 */
export function remember(key, value) {
  try {
    window.localStorage.setItem("heitu-" + key, value);
    return true;
  } catch (error) {
    return false;
  }
}
