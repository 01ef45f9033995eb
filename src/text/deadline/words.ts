/**
 * The words of deadlines as one pattern. It runs over text in lower case, NFC, with old-style tone marks, plain dashes and single spaces.
 * Alternatives stand in order of how specific they are: the first that fits at an offset wins. Every repetition is bounded.
 */
const NOT_INSIDE = String.raw`(?<![\p{L}\d])`;
const WORD_ENDS = String.raw`(?![\p{L}\d])`;
const YEAR = String.raw`20\d\d`;
/** The year after a month or quarter: "/2025", ".2025", "-2025", " năm 2025", ", 2025", " 2025". */
const OF_YEAR = (name: string): string => String.raw`(?:(?:\s?[/.,-]\s?(?:năm\s)?|\s(?:của\s)?năm\s?|\s)(?<${name}>${YEAR}))?(?![\d/])`;
const SLASH = String.raw`\s?[/.-]\s?`;

const ALTERNATIVES: readonly string[] = [
  // 2025-12-31
  String.raw`(?<![\d/-])(?<isoYear>${YEAR})[-/](?<isoMonth>\d{1,2})[-/](?<isoDay>\d{1,2})(?![\d/])`,
  // 31/12/2025, 31.12.25, ngày 19 /9/2025
  String.raw`(?:ngày\s)?(?<![\d/])(?<day>\d{1,2})${SLASH}(?<month>\d{1,2})${SLASH}(?<year>${YEAR}|\d\d)(?![\d/])`,
  // ngày 20 tháng 12 năm 2025, 20 tháng 12
  String.raw`(?:ngày\s)?(?<![\d/]|tuần\s|tuần thứ\s)(?<dayInWords>\d{1,2})\s?tháng\s?(?<monthInWords>\d{1,2})(?:(?:\s?[/.,-]\s?|\s?năm\s?|\s)(?<yearInWords>${YEAR}))?(?![\d/])`,
  // năm học 2025-2026
  String.raw`năm học\s(?<schoolYear>${YEAR})\s?-\s?${YEAR}(?!\d)`,
  // mùa mưa năm 2026, mùa khô 2025 - 2026, vụ đông xuân 2025-2026
  String.raw`${NOT_INSIDE}(?<season>mùa (?:mưa(?:,? (?:bão|lũ))?|bão|lũ|khô|nắng nóng)|vụ (?:đông[ -]xuân|hè[ -]thu|thu[ -]đông|mùa|xuân|đông|chiêm)|dịp hè|hè|(?:tết )?trung thu|tết(?: nguyên đán)?(?: \p{L}{2,5} \p{L}{2,5})?)\s(?:năm\s)?(?<seasonYear>${YEAR})(?:\s?-\s?(?<seasonEnd>${YEAR}))?(?![\d/])`,
  // trong năm học, đầu năm học, đầu mỗi học kỳ, học kỳ ii
  String.raw`${NOT_INSIDE}(?<schoolTime>(?:(?:đầu|giữa|cuối|kết thúc|trong|cả|suốt|mỗi|từng|hằng|hàng|các)\s){1,2}(?:năm học|học kỳ)|học kỳ)(?:\s(?:i|ii|1|2))?(?!\s20\d\d)${WORD_ENDS}`,
  // 6 tháng đầu năm 2026, nửa cuối năm
  String.raw`${NOT_INSIDE}(?<months>0?[369]|ba|sáu|chín|nửa)\s(?:tháng\s)?(?<side>đầu|cuối)(?!\s(?:tháng|quý))(?:\snăm)?(?:\s(?<halfYear>${YEAR}))?${WORD_ENDS}`,
  // cuối năm 2025
  String.raw`${NOT_INSIDE}(?<partOfYear>đầu|giữa|cuối)\snăm(?!\shọc)(?:\s(?<partYear>${YEAR})|\snay)?${WORD_ENDS}`,
  // 1 lần/năm, 6 tháng/lần, mỗi quý một lần
  String.raw`${NOT_INSIDE}(?:(?<times>\d{1,2}|một|hai|ba|bốn)\slần\s?(?:/|trên|mỗi|trong)?\s?(?:một\s|1\s|01\s)?(?<timesPer>tuần|tháng|quý|năm)|(?<each>\d{1,2}|một|hai|ba|sáu)\s?(?<eachUnit>tuần|tháng|quý|năm)\s?(?:/|một|01|1)\s?lần)${WORD_ENDS}`,
  // định kỳ, định kỳ 6 tháng, định kỳ hằng quý
  String.raw`${NOT_INSIDE}(?<periodic>định kỳ)(?:\s(?:theo\s)?(?:từng\s)?(?<periodicUnit>0?[36]\stháng|sáu tháng|tuần|tháng|quý|năm)(?!\s?(?:\d|[ivx]+(?!\p{L}))))?${WORD_ENDS}`,
  // hằng năm, hàng quý, mỗi tháng, theo quý
  String.raw`${NOT_INSIDE}(?:(?:hằng|hàng|mỗi|từng)\s(?:một\s)?|theo\s(?:từng\s)?(?=(?:tuần|tháng|quý|năm|kỳ|giai đoạn)(?!\s(?:\d|[ivx]+(?!\p{L})|học|ngân))))(?<every>ngày|tuần|tháng|quý|năm|kỳ|giai đoạn)${WORD_ENDS}`,
  // ngày 15 tháng cuối quý, cuối mỗi quý
  String.raw`${NOT_INSIDE}(?:(?:của\s)?tháng\s)?(?<endOfQuarter>(?:đầu|cuối)\s(?:(?:mỗi|hằng|hàng|các|của)\s)?quý)(?!\s?(?:\d|[ivx]+(?!\p{L})))${WORD_ENDS}`,
  // tháng 12 năm trước - tháng 3 năm sau
  String.raw`${NOT_INSIDE}(?<yearTurn>năm trước(?=.{1,40}năm sau)|(?<=năm trước.{1,40})năm sau)${WORD_ENDS}`,
  // 6 tháng và năm; quý, 6 tháng, năm
  String.raw`${NOT_INSIDE}(?<reports>(?:quý|0?6 tháng)(?:\s?,|\svà)\s(?:(?:0?6|0?9) tháng(?:\s?,|\svà)\s)*(?:và\s)?(?:cả\s)?năm)(?!\s?\d)${WORD_ENDS}`,
  // cuối tháng, tuần đầu tiên của tháng, ngày 15 tháng thứ ba của quý
  String.raw`${NOT_INSIDE}(?<partOfMonth>(?:tuần\s(?:đầu|cuối|thứ\s\p{L}{2,3})(?:\stiên)?|đầu|cuối)\s(?:của\s)?tháng)(?!\s?\d|\s(?:giêng|chạp|cuối|đầu|thứ))${WORD_ENDS}`,
  String.raw`${NOT_INSIDE}(?<monthOfQuarter>tháng thứ \p{L}{2,3} (?:của )?(?:mỗi |hằng )?quý)(?!\s?(?:\d|[ivx]+(?!\p{L})))${WORD_ENDS}`,
  // các tháng trong năm, các quý trong năm
  String.raw`${NOT_INSIDE}các\s(?<everyOne>tháng|quý)\s(?:trong|của)\snăm(?!\s?20\d\d)${WORD_ENDS}`,
  String.raw`${NOT_INSIDE}(?<yearly>thường niên)${WORD_ENDS}`,
  String.raw`${NOT_INSIDE}(?<always>thường\s?xuyên|liên tục|thường kỳ|quanh năm|suốt năm|lâu dài|xuyên suốt|(?:trong\s)?suốt (?:quá trình|thời gian (?:thực|triển)|giai đoạn|nhiệm kỳ)|toàn thời gian|24\s?/\s?24|(?<=(?:liên tục|trực|trực ban|trực tuyến|phục vụ|hoạt động)\s)24\s?/\s?7)${WORD_ENDS}`,
  String.raw`${NOT_INSIDE}(?<keep>duy trì)${WORD_ENDS}`,
  // tháng 8/2025, T9, tháng 8 năm 2025
  String.raw`${NOT_INSIDE}(?:tháng\s?|th\.?\s?|t\.?)(?<monthOnly>\d{1,2})${OF_YEAR("monthYear")}`,
  // quý I/2026, quý 1 năm 2026, Q3; "quý 5" is none, and not a month either
  String.raw`${NOT_INSIDE}(?:qu[ýí]\s?|qúi\s?|q\.?)(?<quarter>iv|iii|ii|i|0?[1-4]|(?<=ý\s?)[05-9])(?![\p{L}\d])${OF_YEAR("quarterYear")}`,
  // the further ones of "quý I, II/2026"
  String.raw`${NOT_INSIDE}(?<moreQuarter>iv|iii|ii|i)(?![\p{L}\d])${OF_YEAR("moreQuarterYear")}`,
  // 9/2026
  String.raw`(?<![\d/])(?<bareMonth>\d{1,2})${SLASH}(?<bareMonthYear>${YEAR})(?![\d/])`,
  // ngày 30/6, 30/6, 9/26
  String.raw`(?<dayWord>ngày\s)?(?<![\d/])(?<dayOfMonth>\d{1,2})\s?/\s?(?<monthOfDay>\d{1,2})(?![\d/])`,
  // 30 ngày sau khi …, trong vòng 10 ngày làm việc kể từ ngày …
  String.raw`${NOT_INSIDE}(?<delay>\d{1,3}\s(?:ngày|tuần|tháng|giờ)(?:\slàm việc)?\s(?:kể từ|tính từ|sau|từ)(?:\s(?:khi|ngày)(?!\s\d))?)${WORD_ENDS}`,
  // ngày 25 hằng tháng
  String.raw`${NOT_INSIDE}ngày\s(?<dayOnly>\d{1,2})(?![\d/%])`,
  // và các năm tiếp theo, trở đi
  String.raw`${NOT_INSIDE}(?<onwards>(?:các|những)\snăm\s(?:tiếp(?=\stheo\s(?:hướng dẫn|chỉ đạo|yêu cầu|kế hoạch|tiến độ))|tiếp theo|kế tiếp|sau(?:\sđó)?|tới)|năm\s(?:tiếp theo|kế tiếp)|trở đi|về sau)${WORD_ENDS}`,
  // 2025 - 2030, từ năm 2025 đến hết năm 2030
  String.raw`(?<![\p{L}\d/.-])(?<fromYear>${YEAR})\s?(?:-|đến|tới)\s?(?:hết\s)?(?:năm\s)?(?<toYear>${YEAR})(?![\d/])`,
  // 2025, năm 2025
  String.raw`(?:năm\s?)?(?<![\d/.]|\p{L}(?<!năm)|\d-)(?<yearOnly>${YEAR})(?![\d/]|-\d)`,
  // cả năm, trong năm, năm nay
  String.raw`${NOT_INSIDE}(?<thisYear>(?:cả|trong|hết|nội|toàn)\snăm(?:\snay)?|năm\s(?:nay|này))(?!\s?20\d\d|\s(?:học|ngân))${WORD_ENDS}`,
  // khi, sau khi, ngay sau khi, trước khi, sau …
  String.raw`${NOT_INSIDE}(?<after>(?:ngay\s)?(?:sau|kể từ|từ|trước)\skhi|ngay khi|(?<!trong )khi|(?:ngay\s)?sau(?!\s(?:năm\s20|ngày\s\d|tháng\s\d|quý\s|20\d\d|\d{1,2}\s?[/.-]|đó|này))|kể từ ngày(?!\s\d)|tùy theo|tùy thuộc(?:\svào)?|tùy|căn cứ(?:\stheo|\svào)?|trên cơ sở|đột xuất)${WORD_ENDS}`,
  // theo hướng dẫn …, theo kế hoạch …
  String.raw`${NOT_INSIDE}(?<!(?:kèm|tiếp) )(?<according>theo)(?!\s(?:dõi|học|đó))${WORD_ENDS}`,
  String.raw`(?<=năm tiếp )(?<accordingNext>theo)${WORD_ENDS}`,
  // trước, đến, chậm nhất
  String.raw`${NOT_INSIDE}(?<before>trước)${WORD_ENDS}`,
  String.raw`${NOT_INSIDE}(?<by>đến|tới|chậm nhất|muộn nhất|không muộn hơn|hạn chót|hạn cuối|thời hạn|hết|không quá)${WORD_ENDS}`,
  String.raw`${NOT_INSIDE}(?<from>từ|bắt đầu|kể từ|sau)${WORD_ENDS}`,
  // the 8 and 9 of "tháng 8, 9, 10/2025"
  String.raw`(?<![\p{L}\d/.])(?<number>\d{1,2})(?![\p{L}\d/.%])`,
];

/** The kinds of words, as groups of the pattern. */
export type WordGroups = Readonly<Partial<Record<string, string>>>;

/** Everything begins where a word does, or with a figure: one look back rules most offsets out before any alternative is tried. */
export const WORDS = new RegExp(String.raw`(?:(?<!\p{L})|(?=\d))(?:${ALTERNATIVES.join("|")})`, "gu");
