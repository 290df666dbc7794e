// Plain JavaScript: the bootstrap uses it on Node 20 as well.

const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];

/**
 * Prints one line for each step when it ends: `✓ Database  1.2 s`. On a terminal a spinner names those under way;
 * steps may run side by side.
 * @param {NodeJS.WriteStream} [out]
 */
export function createSteps(out = process.stdout) {
  /** @type {Set<string>} */
  const active = new Set();
  /** @type {ReturnType<typeof setInterval> | undefined} */
  let spinner;
  let frame = 0;

  function draw() {
    const text = `${FRAMES[frame++ % FRAMES.length]} ${[...active].join(', ')} …`;
    out.write(`\r\x1b[2K${text.slice(0, (out.columns ?? 80) - 1)}`);
  }

  function spin() {
    if (!out.isTTY) return;
    if (active.size > 0 && !spinner) spinner = setInterval(draw, 80);
    if (active.size === 0 && spinner) {
      clearInterval(spinner);
      spinner = undefined;
      out.write('\r\x1b[2K');
    }
  }

  /** @param {string} text */
  function line(text) {
    out.write(spinner ? `\r\x1b[2K${text}\n` : `${text}\n`);
  }

  /**
   * Runs a step; `say` adds words to its line.
   * @template T
   * @param {string} label
   * @param {(say: (detail: string) => void) => Promise<T>} work
   * @returns {Promise<T>}
   */
  async function run(label, work) {
    const start = performance.now();
    let detail = '';
    active.add(label);
    spin();
    const end = (/** @type {string} */ mark) => {
      active.delete(label);
      line(`${mark} ${label}${detail && `: ${detail}`}  ${((performance.now() - start) / 1000).toFixed(1)} s`);
      spin();
    };
    try {
      const result = await work((text) => (detail = text));
      end('✓');
      return result;
    } catch (error) {
      end('✗');
      throw error;
    }
  }

  return { run, line };
}

/** @typedef {ReturnType<typeof createSteps>} Steps */
