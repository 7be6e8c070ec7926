import { type CancellationToken, type Connection, LSPErrorCodes, ResponseError } from "vscode-languageserver";
import { CancelledError } from "../base";

/** Wraps a request handler: a cancelled one answers so, a failed one costs a line in the log and answers with `fallback`. */
export type Guard = <Params, Result>(
  what: string,
  fallback: Result,
  handler: (params: Params, token: CancellationToken) => Result | Promise<Result>,
) => (params: Params, token: CancellationToken) => Promise<Result | ResponseError<void>>;

export function createGuard(connection: Connection): Guard {
  return (what, fallback, handler) => async (params, token) => {
    try {
      if (token.isCancellationRequested) return cancelled();
      return await handler(params, token);
    } catch (error) {
      if (error instanceof CancelledError) return cancelled();
      connection.console.error(`${what}: ${oneLine(error)}`);
      return fallback;
    }
  };
}

export function cancelled(): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, "cancelled");
}

export function oneLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(/\s*\n\s*/g, " ");
}
