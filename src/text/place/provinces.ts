import { fold } from "../normal";

/** A province or a city under the central government, since 1 July 2025. */
export interface Province {
  readonly name: string;
  readonly level: "tỉnh" | "thành phố";
  /** The provinces that were merged into it on 1 July 2025, by their names before. */
  readonly merged: readonly string[];
}

const city = (name: string, ...merged: string[]): Province => ({ name, level: "thành phố", merged });
const province = (name: string, ...merged: string[]): Province => ({ name, level: "tỉnh", merged });

/**
 * The 6 cities and 28 provinces of Resolution 202/2025/QH15 of 12/6/2025 on the arrangement of provincial units (11 kept as they were, 23
 * formed from the other 52), in the order of the alphabet within each level.
 */
export const PROVINCES: readonly Province[] = [
  city("Cần Thơ", "Sóc Trăng", "Hậu Giang"),
  city("Đà Nẵng", "Quảng Nam"),
  city("Hà Nội"),
  city("Hải Phòng", "Hải Dương"),
  city("Hồ Chí Minh", "Bình Dương", "Bà Rịa - Vũng Tàu"),
  city("Huế"),
  province("An Giang", "Kiên Giang"),
  province("Bắc Ninh", "Bắc Giang"),
  province("Cà Mau", "Bạc Liêu"),
  province("Cao Bằng"),
  province("Đắk Lắk", "Phú Yên"),
  province("Điện Biên"),
  province("Đồng Nai", "Bình Phước"),
  province("Đồng Tháp", "Tiền Giang"),
  province("Gia Lai", "Bình Định"),
  province("Hà Tĩnh"),
  province("Hưng Yên", "Thái Bình"),
  province("Khánh Hòa", "Ninh Thuận"),
  province("Lai Châu"),
  province("Lạng Sơn"),
  province("Lào Cai", "Yên Bái"),
  province("Lâm Đồng", "Đắk Nông", "Bình Thuận"),
  province("Nghệ An"),
  province("Ninh Bình", "Hà Nam", "Nam Định"),
  province("Phú Thọ", "Vĩnh Phúc", "Hòa Bình"),
  province("Quảng Ngãi", "Kon Tum"),
  province("Quảng Ninh"),
  province("Quảng Trị", "Quảng Bình"),
  province("Sơn La"),
  province("Tây Ninh", "Long An"),
  province("Thái Nguyên", "Bắc Kạn"),
  province("Thanh Hóa"),
  province("Tuyên Quang", "Hà Giang"),
  province("Vĩnh Long", "Bến Tre", "Trà Vinh"),
];

/** What a province's name stands for today. */
export interface ProvinceName {
  /** The name in its usual spelling: "Hà Giang". */
  readonly name: string;
  /** False for a name that was given up on 1 July 2025. */
  readonly current: boolean;
  /** The province of today; the same for a current name. */
  readonly province: Province;
}

/** Other spellings and names in use: of the cities, and of names from languages without a fixed Vietnamese form. */
const ALIASES: Readonly<Record<string, string>> = {
  "TP.HCM": "Hồ Chí Minh", "TPHCM": "Hồ Chí Minh", "HCM": "Hồ Chí Minh", "Sài Gòn": "Hồ Chí Minh", "Thừa Thiên Huế": "Huế", "Thừa Thiên - Huế": "Huế", "Bà Rịa Vũng Tàu": "Bà Rịa - Vũng Tàu",
  "Đắc Lắc": "Đắk Lắk", "Đăk Lăk": "Đắk Lắk", "Daklak": "Đắk Lắk", "Đắc Nông": "Đắk Nông", "Đăk Nông": "Đắk Nông", "Bắc Cạn": "Bắc Kạn", "Kontum": "Kon Tum",
};

const BY_NAME: ReadonlyMap<string, ProvinceName> = (() => {
  const names = new Map<string, ProvinceName>();
  for (const of of PROVINCES) {
    names.set(fold(of.name), { name: of.name, current: true, province: of });
    for (const former of of.merged) names.set(fold(former), { name: former, current: false, province: of });
  }
  for (const [alias, name] of Object.entries(ALIASES)) {
    const meant = names.get(fold(name));
    if (meant !== undefined) names.set(fold(alias), alias.startsWith("Thừa") ? { name: "Thừa Thiên Huế", current: false, province: meant.province } : meant);
  }
  return names;
})();

/** The longest name of a province in words ("Bà Rịa - Vũng Tàu", with its dash). */
const MOST_WORDS = 5;

/**
 * What a province's name stands for, letter case, spaces, dashes and the placement of tone marks set aside; null for any other name.
 * @param name with or without the level: "Phú Thọ", "HÀ NỘI", "Thanh Hoá", "Thành phố Hồ Chí Minh", "TP. Huế".
 */
export function findProvince(name: string): ProvinceName | null {
  if (name.length > 40) return null;
  const folded = fold(name);
  return BY_NAME.get(folded) ?? BY_NAME.get(folded.replace(LEVEL_BEFORE, "")) ?? null;
}

const LEVEL_BEFORE = /^(?:tỉnh |thành phố |tp\.? ?)/u;

/** The longest name of a province that the words begin with, and how many of them it takes; null when they begin with none. */
export function provinceAtHead(words: readonly string[]): { readonly province: ProvinceName; readonly words: number } | null {
  for (let count = Math.min(MOST_WORDS, words.length); count > 0; count--) {
    const found = BY_NAME.get(fold(words.slice(0, count).join(" ")));
    if (found !== undefined) return { province: found, words: count };
  }
  return null;
}
