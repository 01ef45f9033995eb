/** What the pane says in Vietnamese, as a clerk of a commune's office would put it. The other languages have the same keys. */
export const vi = {
  failure: {
    check: "Chưa soát được phụ lục. Hãy thử lại; nếu vẫn không được, sao chép chi tiết và gửi cho người hỗ trợ.",
    preview: "Chưa xem trước được phần sửa. Hãy bấm “Soát lại” rồi thử lại.",
    apply: "Chưa sửa được. Hãy kiểm tra xem trang tính có bị khóa hoặc có ô đang nhập dở không, rồi thử lại.",
    undo: "Chưa hoàn tác được. Hãy thử lại hoặc bấm Ctrl+Z trên trang tính.",
    redo: "Chưa làm lại được. Hãy thử lại hoặc bấm Ctrl+Y trên trang tính.",
    select: "Chưa chuyển được đến ô này. Trang tính có thể đã bị ẩn, đổi tên hoặc xóa; hãy bấm “Soát lại”.",
    marks: "Chưa thay đổi được phần đánh dấu trên trang tính. Hãy kiểm tra xem trang tính có bị khóa không, rồi thử lại.",
  },
};

/** One language of the pane. */
export type Words = typeof vi;
