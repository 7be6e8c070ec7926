/** Runs the tests that `register` declares with mocha (put before the bundle as a script) and sends each result out. */
import { send } from "./support";

declare const PHASE: string;

export async function runSuite(register: () => void): Promise<void> {
  mocha.setup({ ui: "bdd", timeout: 60_000, reporter: class {} as never });
  register();
  const sent: Promise<void>[] = [];
  const report = (state: string, test: Mocha.Test, error?: Error) => {
    const title = `${PHASE}: ${test.fullTitle()}`;
    sent.push(send({ state, title, duration: test.duration ?? 0, error: error && (error.stack ?? String(error)) }));
  };
  const failures = await new Promise<number>((resolve) => {
    // Not mocha.run: that reads the address of a page, and there is none.
    const runner = Mocha.prototype.run.call(mocha, resolve);
    runner.on("pass", (test) => report("passed", test));
    runner.on("fail", (test, error) => report("failed", test, error));
    runner.on("pending", (test) => report("skipped", test));
  });
  await Promise.all(sent);
  await send({ state: "end", failures });
  if (failures > 0) throw new Error(`${failures} tests failed`);
}
