// What is measured in the same way of every page.
import { readdirSync, readFileSync } from 'node:fs';

/** How often a change is made, of which the median counts: the first one also translates the code that it runs. */
export const changes = 6;

export const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** Watches for long tasks and for the moment of an event, from the first script on. */
export async function watch(page) {
  await page.addInitScript(() => {
    window.longest = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) window.longest = Math.max(window.longest, duration);
    }).observe({ entryTypes: ['longtask'] });
  });
}

/**
 * Milliseconds from an event of the page until the frame is painted in which something holds for the first time. The page
 * itself looks, so that no message between two processes is counted.
 */
export async function timed(page, event, action, isDone, timeout = 120_000) {
  await page.evaluate(
    ({ event, isDone }) => {
      const holds = new Function(`return (${isDone})()`);
      window.measured = new Promise((resolve) => {
        addEventListener(
          event,
          () => {
            const started = performance.now();
            const look = () => {
              // To look at every frame would make the page draw frames while it works: later, one looks rarely.
              if (!holds()) return setTimeout(() => requestAnimationFrame(look), (performance.now() - started) / 50);
              // A message that is sent while a frame is made arrives when it is painted.
              const { port1, port2 } = new MessageChannel();
              port1.onmessage = () => resolve(performance.now() - started);
              port2.postMessage(null);
            };
            requestAnimationFrame(look);
          },
          { capture: true, once: true },
        );
      });
    },
    { event, isDone: isDone.toString() },
  );
  await action();
  let timer;
  const late = new Promise((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('not finished')), timeout);
  });
  return Promise.race([page.evaluate(() => window.measured), late]).finally(() => clearTimeout(timer));
}

const gestures = {
  pan: async (page, box, step) => {
    if (step === 0) await page.mouse.down();
    await page.mouse.move(
      box.x + box.width / 2 + Math.sin(step / 12) * 180,
      box.y + box.height / 2 + Math.cos(step / 9) * 90,
    );
  },
  zoom: async (page, _box, step) => page.mouse.wheel(0, step % 40 < 20 ? -40 : 40),
};

/** Frame times in milliseconds while a picture is dragged, or zoomed, for three seconds. */
export async function frames(page, selector, gesture) {
  const box = await page.locator(selector).boundingBox();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.evaluate(() => {
    window.frames = [];
    let last = performance.now();
    const tick = () => {
      const now = performance.now();
      window.frames.push(now - last);
      last = now;
      window.ticking = requestAnimationFrame(tick);
    };
    window.ticking = requestAnimationFrame(tick);
  });
  const begun = performance.now();
  for (let step = 0; performance.now() - begun < 3000; step += 1) await gestures[gesture](page, box, step);
  if (gesture === 'pan') await page.mouse.up();
  return page.evaluate(() => {
    cancelAnimationFrame(window.ticking);
    const sorted = window.frames.slice(1).sort((a, b) => a - b);
    return { p95: sorted[Math.floor(sorted.length * 0.95)], worst: sorted.at(-1) };
  });
}

/** Megabytes of JavaScript on the page's own heap, once what is no longer needed has gone. */
export async function heap(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize / 1e6;
}

/**
 * Samples the memory of the processes that render pages, each with the workers of its page; ends with the most that any one of
 * them took, in megabytes. The browser keeps others in reserve, which read nothing.
 */
export function memoryWatch() {
  let most = 0;
  const sample = () => {
    for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
      try {
        if (!readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--type=renderer')) continue;
        const status = readFileSync(`/proc/${pid}/status`, 'utf8');
        most = Math.max(most, Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1000);
      } catch {
        // It has ended meanwhile.
      }
    }
  };
  const timer = setInterval(sample, 50);
  return () => {
    clearInterval(timer);
    return most;
  };
}
