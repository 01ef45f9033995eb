import { z } from "zod";
import source from "../../../seeds/indicators.json";

const words = z.string().min(1).refine((text) => text === text.normalize("NFC") && text === text.trim(), "composed Unicode, no spaces around");

/** The shape of seeds/indicators.json: the words of targets and tasks, and what they mean to each other. */
export const indicatorsSchema = z.strictObject({
  /** Abbreviations and their long forms. */
  abbreviations: z.record(words, words),
  /** One wording, and others that say the same. */
  same: z.record(words, z.array(words)),
  /** Words that say nothing of what is measured: "tỷ lệ", the levels, particles. */
  aside: z.array(words),
  /** Words that say little: verbs of carrying out, "hệ thống". */
  light: z.array(words),
  /** Who or what is counted. */
  subjects: z.array(words),
  /** Words that make another target of one: "toàn trình", "người cao tuổi". */
  narrowing: z.array(words),
  /** Groups of words of which two different ones never speak of the same. */
  opposites: z.array(z.array(words).min(2)),
  /** Words that go without saying beside another: "giải quyết" beside "đúng hạn". */
  implies: z.record(words, z.array(words)),
  /** Other words of several syllables. */
  words: z.array(words),
  /** Words by which a smaller number is the better one. */
  lowerIsBetter: z.array(words),
});

/** The register of seeds/indicators.json. A register that does not fit its schema is a mistake of ours, and throws at once. */
export const INDICATORS = indicatorsSchema.parse(source);
