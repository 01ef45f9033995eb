/** An error as Excel answers it: the client library makes a RichApi.Error of it. */
export class HostError extends Error {
  /** @param code Excel's own: "ItemNotFound", "InvalidArgument", "AccessDenied", "ApiNotFound", … */
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}
