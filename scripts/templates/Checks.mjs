import { resolveTool } from '../tools/resolve.mjs';

/** Runs the checks of one rendered repository and reports each to the stage. */
export class Checks {
  constructor(stage, subject) {
    this.stage = stage;
    this.subject = subject;
  }

  /**
   * Runs one check.
   *
   * @param check - returns a list of problems; empty means that all is well
   * @returns whether it passed
   */
  async run(name, check) {
    const title = `${this.subject}: ${name}`;
    let problems;
    try {
      problems = await check();
    } catch (error) {
      problems = [error.stack ?? String(error)];
    }
    if (problems.length > 0) {
      this.stage.fail(title, problems.join('\n'));
    } else {
      this.stage.pass(title);
    }
    return problems.length === 0;
  }

  /**
   * Runs a check that needs outside tools; skipped where they cannot be had.
   *
   * @param tools - name of a tool, or several
   * @param check - gets the path of each
   */
  async runWith(tools, name, check) {
    const programs = [];
    try {
      for (const tool of [tools].flat()) {
        programs.push(await resolveTool(tool));
      }
    } catch (error) {
      this.stage.skip(`${this.subject}: ${name}`, error.message);
      return;
    }
    await this.run(name, () => check(...programs));
  }
}
