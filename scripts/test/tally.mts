/** Counts what passed and failed over everything that is run, and says so at the end. */
export class Tally {
  #passed = 0;
  #failed = 0;
  readonly #lines: string[] = [];

  add(name: string, passed: number, failed: number, remark = ""): void {
    this.#passed += passed;
    this.#failed += failed;
    const mark = failed > 0 ? "FAILED" : "ok";
    this.#lines.push(`  ${mark.padEnd(8)}${name}${remark && `: ${remark}`}`);
  }

  /** Runs one thing that either works or throws; what it throws is shown, and the next thing is still run. */
  async step(name: string, work: () => Promise<string | undefined>): Promise<void> {
    console.log(`\n── ${name}`);
    try {
      this.add(name, 1, 0, await work());
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
      this.add(name, 0, 1);
    }
  }

  /** Prints every line, and the two numbers as the last one. Answers the exit code. */
  finish(): number {
    console.log(`\n${this.#lines.join("\n")}\n\n${this.#passed} passed, ${this.#failed} failed`);
    return this.#failed > 0 ? 1 : 0;
  }
}
