import fc from "fast-check";
import { canonicalTone, collapse, compose, fold, isBlank, isPlaceholder, lower, nfc, plainMarks } from "./normal";

describe("nfc", () => {
  test("composes decomposed Vietnamese", () => {
    expect(nfc("Hằng năm".normalize("NFD"))).toBe("Hằng năm");
  });
});

describe("collapse", () => {
  test.each([
    ["  Phòng \u00a0 Kinh\ttế \r\n", "Phòng Kinh tế"],
    ["Văn phòng\nHĐND", "Văn phòng HĐND"],
    ["Th\u00adường\u200b xuyên\ufeff", "Thường xuyên"],
    ["a\u2003b\u202fc\u3000d", "a b c d"],
    ["", ""],
    [" \n ", ""],
    ["Đủ rồi", "Đủ rồi"],
    ["o\u200b\u0309", "ỏ"],
  ])("%j → %j", (text, expected) => {
    expect(collapse(text)).toBe(expected);
  });
});

describe("canonicalTone", () => {
  test.each([
    ["hoá", "hóa"], ["Văn hoá", "Văn hóa"], ["VĂN HOÁ", "VĂN HÓA"], ["hoà bình", "hòa bình"], ["thuỷ sản", "thủy sản"], ["Uỷ ban", "Ủy ban"],
    ["UỶ BAN", "ỦY BAN"], ["Thành uỷ", "Thành ủy"], ["khoẻ", "khỏe"], ["xoá", "xóa"], ["toạ đàm", "tọa đàm"], ["tuỳ", "tùy"], ["luỹ tre", "lũy tre"], ["doạ", "dọa"],
    ["loè", "lòe"], ["qúy I", "quý I"], ["QÚY", "QUÝ"],
  ])("%s → %s", (text, expected) => {
    expect(canonicalTone(text)).toBe(expected);
    expect(canonicalTone(expected)).toBe(expected);
    expect(canonicalTone(text.normalize("NFD"))).toBe(expected);
  });

  test.each(["quý", "Quý III", "quỹ", "hoàn thành", "khoản", "toán", "thuyền", "huyện", "xoáy", "ngoài", "quá", "quả", "hoa", "hòa", "của", "mùa", "toàn"])("%s stays", (text) => {
    expect(canonicalTone(text)).toBe(text);
  });
});

describe("fold", () => {
  test.each([
    ["Thường xuyên", "THƯỜNG  XUYÊN."],
    ["Phòng Văn hoá – Xã hội", "phòng văn hóa-xã hội"],
    ["Văn phòng HĐND &UBND", "Văn phòng HĐND&UBND"],
    ["“Bình dân học vụ số”", "\"Bình dân học vụ số\""],
    ["Phòng Kinh tế , UBND", "Phòng Kinh tế, UBND"],
    ["Quý I/2026", "quý i / 2026"],
    ["- Công an xã;", "Công an xã"],
    ["(Lĩnh vực Nội vụ )", "( lĩnh vực nội vụ)"],
    ["Hằng năm".normalize("NFD"), "hằng\nnăm"],
  ])("%s says the same as %s", (one, other) => {
    expect(fold(one)).toBe(fold(other));
  });

  test.each([["Xã hộ", "Xã hội"], ["đất", "dất"], ["hằng", "hàng"], ["≥30%", "30%"], ["Tổ 1", "Tổ 2"], ["má", "mà"]])("%s does not say the same as %s", (one, other) => {
    expect(fold(one)).not.toBe(fold(other));
  });
});

describe("placeholders", () => {
  test.each(["…", "...", "[...]", "[…]", "[ … ]", "-", "–", "—", "____", ".....", "/", "…/…", "(…)", "…%", "≥ ...%", "?", "--", "[Tên đơn vị]", "[điền ngày]", "N/A", "n/a", "{...}", "……/……/……"])("%j is one", (text) => {
    expect(isPlaceholder(text)).toBe(true);
    expect(isBlank(` ${text}\n`)).toBe(true);
  });

  test.each(["x", "X", "nt", "\"", "0", "%", "≥", "+", "[1]", "…/…/2025", "tháng ... năm 2025", "Không", "a", "[x] đã làm"])("%j is none", (text) => {
    expect(isPlaceholder(text)).toBe(false);
    expect(isBlank(text)).toBe(false);
  });

  test("nothing at all is blank, but no placeholder", () => {
    expect(isPlaceholder("")).toBe(false);
    expect(isBlank("")).toBe(true);
    expect(isBlank(" \u00a0\n\u200b")).toBe(true);
  });
});

describe("on any text", () => {
  const anyText = fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: fc.constantFrom(...Array.from(" \n\u00a0hoáuỷqý–-“”\"&.,…()[]/aAĐđ\u0301\u0309\u200b")) }));

  test("composing a text is its NFC, also where a glance tells that nothing is to be done", () => {
    fc.assert(fc.property(anyText, (text) => {
      expect(nfc(text)).toBe(text.normalize("NFC"));
    }));
  });

  test("normal forms are idempotent", () => {
    fc.assert(fc.property(anyText, (text) => {
      for (const normal of [nfc, collapse, canonicalTone, plainMarks, lower]) expect(normal(normal(text))).toBe(normal(text));
    }));
  });

  test("offsets are kept where it is promised", () => {
    fc.assert(fc.property(anyText, (text) => {
      const composed = nfc(text);
      expect(canonicalTone(composed)).toHaveLength(composed.length);
      expect(plainMarks(text)).toHaveLength(text.length);
      expect(lower(text)).toHaveLength(text.length);
    }));
  });

  test("a composed text knows the way back", () => {
    fc.assert(fc.property(anyText, (text) => {
      const { text: composed, original } = compose(text);
      expect(original(composed.length)).toBe(text.length);
      for (let i = 0; i < composed.length; i++) {
        expect(original(i)).toBeLessThanOrEqual(original(i + 1));
        expect(original(i)).toBeLessThan(text.length);
      }
    }));
  });
});
