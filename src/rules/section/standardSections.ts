/** A group of tasks of the Government's programme of action. */
export interface StandardSection {
  /** The short official heading. */
  readonly heading: string;
  /** Words that the group's title has in every office's wording, folded (lower case, old placement of the tone mark). */
  readonly marks: readonly (readonly string[])[];
}

/**
 * The groups of tasks under which communes repeat the programme of action for Resolution 57-NQ/TW (Resolution 71/NQ-CP of 1/4/2025, part III).
 * The programme's last group, international cooperation, is left to the levels above. A title belongs to a group when it has one
 * phrase out of each list of `marks`.
 */
export const standardSections: readonly StandardSection[] = [
  { heading: "Nâng cao nhận thức, đột phá về đổi mới tư duy", marks: [["nâng cao nhận thức"], ["tư duy", "quyết tâm chính trị"]] },
  { heading: "Hoàn thiện thể chế", marks: [["thể chế"], ["hoàn thiện"]] },
  { heading: "Tăng cường đầu tư, hoàn thiện hạ tầng", marks: [["đầu tư"], ["hạ tầng"]] },
  { heading: "Phát triển, trọng dụng nhân lực chất lượng cao, nhân tài", marks: [["nhân lực"], ["trọng dụng", "nhân tài"]] },
  { heading: "Đẩy mạnh chuyển đổi số trong hoạt động của các cơ quan trong hệ thống chính trị", marks: [["đẩy mạnh"], ["hệ thống chính trị"]] },
  { heading: "Thúc đẩy khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số trong doanh nghiệp", marks: [["thúc đẩy"], ["trong doanh nghiệp"]] },
];
