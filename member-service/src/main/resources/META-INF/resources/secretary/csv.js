// Reads CSV (RFC 4180) as the service writes it.
const FIELD = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y;

/** @returns the records, each a list of texts, the header first */
export function records(text) {
  const all = [];
  let record = [];
  FIELD.lastIndex = 0;
  while (FIELD.lastIndex < text.length) {
    const [, quoted, plain, after] = FIELD.exec(text);
    record.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (after !== ',') {
      all.push(record);
      record = [];
    }
  }
  return all;
}
