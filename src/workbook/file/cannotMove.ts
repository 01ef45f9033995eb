/** Thrown while lines move, when something in the workbook would come to a wrong place: then nothing moves. */
export class CannotMove extends Error {}
