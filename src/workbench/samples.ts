import type { Localized } from "../text/language";

/** A sample appendix that comes with the page. */
export interface Sample {
  /** Where it is, from the page's own address. */
  readonly path: string;
  readonly fileName: string;
  readonly title: Localized;
  /** What it shows. */
  readonly about: Localized;
}

/** The five sample plans, of five offices on five layouts; the first is opened with the page. */
export const SAMPLES: readonly [Sample, ...Sample[]] = [
  sample("phu-xuyen", "Xã Phú Xuyên, Hà Nội", "Nhiệm vụ, tiêu đề hai tầng, sáu mục", "Phú Xuyên commune, Hà Nội", "Tasks, two-level header, six sections"),
  sample("vinh-tuy", "Phường Vĩnh Tuy, Hà Nội", "Nhiệm vụ, năm mục", "Vĩnh Tuy ward, Hà Nội", "Tasks, five sections"),
  sample("hai-phong-xa", "Đảng ủy xã, Hải Phòng", "Chỉ tiêu theo năm, nhiệm vụ dạng đề cương và dạng bảng", "Commune Party Committee, Hải Phòng", "Targets by year, an outline and a table of tasks"),
  sample("thanh-thuy", "Xã Thanh Thủy, Phú Thọ", "Chỉ tiêu viết thành câu, nhiệm vụ có mục con", "Thanh Thủy commune, Phú Thọ", "Targets in prose, tasks with sub-sections"),
  sample("hung-chau", "Xã Hùng Châu, Nghệ An", "Nhiệm vụ, sáu mục không tên", "Hùng Châu commune, Nghệ An", "Tasks, six untitled sections"),
];

function sample(name: string, vi: string, aboutVi: string, en: string, aboutEn: string): Sample {
  return { path: `samples/${name}.xlsx`, fileName: `${name}.xlsx`, title: { vi, en }, about: { vi: aboutVi, en: aboutEn } };
}
