import { groupKinds } from "./groupKinds";

test.each<[string, readonly string[]]>([
  ["Các phòng, ban liên quan", ["offices"]],
  ["Các thôn", ["villages"]],
  ["Các phòng, ban, ngành thuộc xã và các thôn", ["offices", "villages"]],
  ["Tổ dân phố", ["villages"]],
  ["Các trường trên địa bàn", ["schools"]],
  ["Các đơn vị trường học", ["schools"]],
  ["Các cơ quan, đơn vị, Doanh nghiệp trên địa bàn", ["offices", "businesses"]],
  ["Các doanh nghiệp viễn thông", ["businesses"]],
  ["Các hội, đoàn thể", ["associations"]],
  ["Toàn dân", []],
])("%s: %j", (name, kinds) => {
  expect(groupKinds(name)).toEqual(kinds);
  expect(groupKinds(name.normalize("NFD"))).toEqual(kinds);
});
