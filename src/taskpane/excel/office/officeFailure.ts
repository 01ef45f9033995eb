import type { Localized } from "../../../text/language";

/** Why the pane cannot speak with Excel. */
type OfficeFailureCode = "not-loaded" | "not-in-excel" | "no-answer" | "too-old";

const REASONS: Readonly<Record<OfficeFailureCode, Localized>> = {
  "not-loaded": {
    vi: "Không tải được thư viện của Microsoft, cả từ máy chủ của Microsoft lẫn từ máy chủ của phần bổ trợ này. Hãy kiểm tra kết nối mạng, rồi đóng và mở lại khung soát.",
    en: "Microsoft’s library came neither from Microsoft’s server nor from this add-in’s own. Check the network connection, then close the pane and open it again.",
  },
  "not-in-excel": {
    vi: "Trang này chỉ làm việc bên trong Excel. Trong Excel, mở thẻ Trang chủ, nhóm Soát phụ lục, bấm Mở khung soát. Không có Excel thì dùng bàn soát trong trình duyệt.",
    en: "This page works inside of Excel only. In Excel, on the Home tab, group Appendix check, choose Open the pane. Without Excel, use the workbench in the browser.",
  },
  "no-answer": {
    vi: "Excel chưa trả lời phần bổ trợ. Hãy đóng khung soát rồi mở lại; nếu vẫn vậy, lưu tệp, đóng Excel và mở lại.",
    en: "Excel does not answer the add-in. Close the pane and open it again; if that does not help, save the file, close Excel and open it again.",
  },
  "too-old": {
    vi: "Bản Excel này quá cũ cho phần bổ trợ (cần Excel 2021, Microsoft 365 hoặc Excel trên web). Hãy cập nhật Office, hoặc dùng bàn soát trong trình duyệt.",
    en: "This Excel is too old for the add-in (Excel 2021, Microsoft 365 or Excel on the web is needed). Update Office, or use the workbench in the browser.",
  },
};

/** The pane cannot speak with Excel; says why and what to do. */
export class OfficeFailure extends Error {
  override readonly name = "OfficeFailure";
  readonly localized: Localized;

  constructor(readonly code: OfficeFailureCode) {
    super(REASONS[code].en);
    this.localized = REASONS[code];
  }
}
