/**
 * How the two encodings that offices used before Unicode stand for Vietnamese letters, as their bytes look when they are read as Latin-1.
 * TCVN 5712:1993 (TCVN3, the ".Vn…" fonts) has one byte a letter; VNI-Win ("VNI-…" fonts) puts a mark after a plain letter.
 */

/** Series of "legacy=letter". */
function table(text: string): ReadonlyMap<string, string> {
  return new Map(
    text
      .trim()
      .split(/\s+/u)
      .map((pair) => {
        const at = pair.indexOf("=");
        return [pair.slice(0, at), pair.slice(at + 1)] as const;
      }),
  );
}

/** TCVN3: each letter by one character. The capitals with a tone are the small letters in a font of capitals. */
export const TCVN3: ReadonlyMap<string, string> = table(`
  ¡=Ă ¢=Â §=Đ £=Ê ¤=Ô ¥=Ơ ¦=Ư
  ¨=ă ©=â ®=đ ª=ê «=ô ¬=ơ \u00ad=ư
  µ=à ¸=á ¶=ả ·=ã ¹=ạ
  »=ằ ¾=ắ ¼=ẳ ½=ẵ Æ=ặ
  Ç=ầ Ê=ấ È=ẩ É=ẫ Ë=ậ
  Ì=è Ð=é Î=ẻ Ï=ẽ Ñ=ẹ
  Ò=ề Õ=ế Ó=ể Ô=ễ Ö=ệ
  ×=ì Ý=í Ø=ỉ Ü=ĩ Þ=ị
  ß=ò ã=ó á=ỏ â=õ ä=ọ
  å=ồ è=ố æ=ổ ç=ỗ é=ộ
  ê=ờ í=ớ ë=ở ì=ỡ î=ợ
  ï=ù ó=ú ñ=ủ ò=ũ ô=ụ
  õ=ừ ø=ứ ö=ử ÷=ữ ù=ự
  ú=ỳ ý=ý û=ỷ ü=ỹ þ=ỵ
`);

/** The marks of VNI by what they do, in small and capital letters. */
const VNI_TONES: readonly (readonly [mark: string, tone: string])[] = [
  ["ù", "\u0301"],
  ["ø", "\u0300"],
  ["û", "\u0309"],
  ["õ", "\u0303"],
  ["ï", "\u0323"],
];
/** Marks that carry a hat or a breve, with or without a tone. */
const VNI_HATS: readonly (readonly [mark: string, letters: string, marks: string])[] = [
  ["â", "aeo", "\u0302"],
  ["á", "aeo", "\u0302\u0301"],
  ["à", "aeo", "\u0302\u0300"],
  ["å", "aeo", "\u0302\u0309"],
  ["ã", "aeo", "\u0302\u0303"],
  ["ä", "aeo", "\u0302\u0323"],
  ["ê", "a", "\u0306"],
  ["é", "a", "\u0306\u0301"],
  ["è", "a", "\u0306\u0300"],
  ["ú", "a", "\u0306\u0309"],
  ["ü", "a", "\u0306\u0303"],
  ["ë", "a", "\u0306\u0323"],
];
/** Letters that are one character. */
const VNI_SINGLE = table("ñ=đ æ=ỉ ó=ĩ ò=ị î=ỵ í=í ì=ì ô=ơ ö=ư");

/** VNI-Win: a letter by one or two characters. */
export const VNI: ReadonlyMap<string, string> = vni();

function vni(): ReadonlyMap<string, string> {
  const map = new Map<string, string>();
  const put = (legacy: string, letter: string): void => {
    const composed = letter.normalize("NFC");
    map.set(legacy, composed);
    const capital = legacy.toUpperCase();
    if (capital.length !== legacy.length) return;
    map.set(capital, composed.toUpperCase());
    // "Öù": a capital before a mark in small letters, as the first letter of a word is typed.
    if (legacy.length === 2) map.set(legacy.charAt(0).toUpperCase() + legacy.charAt(1), composed.toUpperCase());
  };
  for (const [legacy, letter] of VNI_SINGLE) put(legacy, letter);
  for (const [mark, tone] of VNI_TONES) {
    for (const letter of "aeouy") put(letter + mark, letter + tone);
    put(`ô${mark}`, `ơ${tone}`);
    put(`ö${mark}`, `ư${tone}`);
  }
  for (const [mark, letters, marks] of VNI_HATS) for (const letter of letters) put(letter + mark, letter + marks);
  return map;
}
