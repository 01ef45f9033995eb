import { z } from "zod";
import seed from "../../../seeds/templates/standardSections.json";

/** The shape of seeds/templates/standardSections.json. */
const standardSectionsSchema = z.strictObject({
  about: z.string().min(1),
  source: z.string().min(1),
  sections: z
    .array(
      z.strictObject({
        /** The short heading, for messages. */
        heading: z.string().min(1),
        /** The title as it stands in a commune's appendix. */
        title: z.string().min(1),
        /** Words that the group's title has in every office's wording, folded (lower case, old placement of the tone mark). */
        marks: z.array(z.array(z.string().min(1)).min(1)).min(1),
      }),
    )
    .min(2),
});

/** A group of tasks of the Government's programme of action. */
type StandardSection = z.infer<typeof standardSectionsSchema>["sections"][number];

/**
 * The groups of tasks under which communes repeat the programme of action for Resolution 57-NQ/TW (Resolution 71/NQ-CP of 1/4/2025, part III).
 * The programme's last group, international cooperation, is left to the levels above. The templates lay out the same list.
 */
export const standardSections: readonly StandardSection[] = standardSectionsSchema.parse(seed).sections;

/**
 * Which group a section's title names: it has one phrase out of each list of `marks`.
 * @param title the folded title (`fold` of src/text/normal).
 * @returns the index in `standardSections`, -1 when it names none.
 */
export function standardGroupOf(title: string): number {
  return standardSections.findIndex(({ marks }) => marks.every((phrases) => phrases.some((phrase) => title.includes(phrase))));
}
