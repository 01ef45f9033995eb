const DIFFERS = /[,;:]|hàng /;
const INNER_MARKS = /[,;:]/g;
/** Both spellings are in use: "hằng năm", "hàng năm". */
const EVERY = /(?<!\p{L})hàng (?=(?:ngày|tuần|tháng|quý|năm|kỳ)(?!\p{L}))/gu;

/**
 * The words of a text alone, for finding what is said twice: "nhà, đất" and "nhà đất", "hàng năm" and "hằng năm" are one.
 * @param key the text as `Meanings.key` folds it.
 */
export function sameWords(key: string): string {
  return DIFFERS.test(key) ? key.replace(INNER_MARKS, " ").replace(/ {2,}/g, " ").replace(EVERY, "hằng ") : key;
}
