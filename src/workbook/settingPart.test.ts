import fc from "fast-check";
import { parseSettingXml, settingXml } from "./settingPart";

test("a setting is an element of the product's namespace", () => {
  expect(settingXml("plan", '{"place":"Vĩnh Tuy"}')).toBe(
    '<setting xmlns="urn:phuluc:setting:1" key="plan" xml:space="preserve">{"place":"Vĩnh Tuy"}</setting>',
  );
});

test("any text comes back as it was written", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: fc.constantFrom("\ud83d", "\ude00", "\u0000", "\ufffe", "\r", "\n", "]]>", "&", "<", "_x0041_") })), (text) => {
      const xml = settingXml("unit-directory-2", text);
      expect(Array.from(xml).filter((sign) => (sign < " " && sign !== "\t" && sign !== "\n") || sign >= "\ufffe")).toEqual([]);
      expect(parseSettingXml(xml)).toEqual({ key: "unit-directory-2", text });
    }),
  );
});

const NS = "urn:phuluc:setting:1";

test.each([
  ["a declaration and line ends", `\ufeff<?xml version="1.0" encoding="utf-16"?>\r\n<setting xmlns="${NS}" key="a">x</setting>\r\n`, "x"],
  ["a prefix, single quotes, another order", `<p:setting key='a' xmlns:p='${NS}'>x</p:setting>`, "x"],
  ["comments and CDATA", `<!-- one --> <setting xmlns="${NS}" key="a">a &lt;<![CDATA[<b> & c]]><!-- two -->d</setting>`, "a <<b> & cd"],
  ["no content", `<setting xmlns="${NS}" key="a" />`, ""],
  ["references", `<setting xmlns="${NS}" key="a">&#272;&#x1ec1; &apos;án&apos; &#13;&#10;&khác;</setting>`, "Đề 'án' \r\n&khác;"],
])("reads what another program wrote again: %s", (_, xml, text) => expect(parseSettingXml(xml)).toEqual({ key: "a", text }));

test.each([
  ["another namespace", '<setting xmlns="urn:other" key="a">x</setting>'],
  ["a namespace under another prefix", `<setting xmlns="urn:other" xmlns:p="${NS}" key="a">x</setting>`],
  ["no key", `<setting xmlns="${NS}">x</setting>`],
  ["another element", `<settings xmlns="${NS}" key="a">x</settings>`],
  ["an element inside", `<setting xmlns="${NS}" key="a"><b/></setting>`],
  ["no end", `<setting xmlns="${NS}" key="a">x`],
  ["an unfinished comment", "<!-- "],
  ["text that is not what its form says", `<setting xmlns="${NS}" key="a" form="json">{}</setting>`],
  ["nothing", ""],
])("is none of the product's: %s", (_, xml) => expect(parseSettingXml(xml)).toBeNull());

test("never throws, whatever a part holds", () => {
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom("<", ">", "setting", `xmlns="${NS}"`, ' key="a"', "<!--", "-->", "<![CDATA[", "]]>", "</setting>", "&#x110000;", "&", "/") }), (xml) => void parseSettingXml(xml)));
});
