/**
 * The texts of the archive: JSON as heitu/search/gbtext.py encodes it. Throws an Error where the bytes are no such text.
 * @param {Uint8Array} bytes
 */
export function decodeText(bytes) {
  return new TextDecoder("gb18030", { fatal: true }).decode(bytes);
}
