import { type At, type Engine, until } from './engine.ts';

/** What a user does and sees on the page, by the words on it. */
export type Visit = {
  readonly engine: Engine;
  /** The middle of what is visible, in front, and has that name or text. */
  readonly at: (selector: string, name?: string | RegExp) => Promise<At>;
  readonly see: (selector: string, name?: string | RegExp) => Promise<void>;
  readonly notSee: (selector: string, name?: string | RegExp) => Promise<void>;
  readonly click: (selector: string, name?: string | RegExp) => Promise<void>;
  /** Chooses an option of a select by its words. */
  readonly select: (selector: string, option: string) => Promise<void>;
  readonly text: (selector: string) => Promise<string>;
};

export function visitOf(engine: Engine): Visit {
  const look = async (selector: string, name: string | RegExp | undefined) => {
    const source = typeof name === 'string' ? `^${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$` : (name?.source ?? '');
    return await engine.evaluate(findOnPage, selector, source);
  };
  const words = (selector: string, name: string | RegExp | undefined) => `${selector} ${name ?? ''}`;
  const at: Visit['at'] = (selector, name) => {
    let last: At | null = null;
    // What is still moving would be missed.
    return until(words(selector, name), async () => {
      const found = await look(selector, name);
      const isAtRest = found !== null && found.x === last?.x && found.y === last.y;
      last = found;
      return isAtRest && found;
    });
  };
  return {
    engine,
    at,
    see: async (selector, name) => void (await at(selector, name)),
    notSee: async (selector, name) =>
      void (await until(`no ${words(selector, name)}`, async () => (await look(selector, name)) === null)),
    click: async (selector, name) => await engine.click(await at(selector, name)),
    select: async (selector, option) => {
      await at(selector);
      await engine.evaluate(
        (which, words) => {
          const field = document.querySelector<HTMLSelectElement>(which);
          const wanted = [...(field?.options ?? [])].find(({ text }) => text === words);
          if (!field || !wanted) throw new Error(`no option ${words}`);
          const set = Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value')?.set;
          set?.call(field, wanted.value);
          field.dispatchEvent(new Event('change', { bubbles: true }));
        },
        selector,
        option,
      );
    },
    text: (selector) => engine.evaluate((which) => document.querySelector(which)?.textContent ?? '', selector),
  };
}

/** Runs in the page: the middle of the first element that a user could point at. */
function findOnPage(selector: string, source: string): At | null {
  const front = [...document.querySelectorAll('dialog:modal')].at(-1) ?? document;
  const wanted = new RegExp(source);
  const itself = front instanceof Element && front.matches(selector) ? [front] : [];
  for (const element of [...itself, ...front.querySelectorAll(selector)]) {
    const names = [
      element.getAttribute('aria-label'),
      element.textContent?.replace(/\s+/g, ' ').trim(),
      element.getAttribute('title'),
    ];
    if (!names.some((name) => wanted.test(name ?? ''))) continue;
    element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    const { x, y, width, height } = element.getBoundingClientRect();
    if (width === 0 || height === 0 || !element.checkVisibility()) continue;
    const middle = { x: x + width / 2, y: y + height / 2 };
    const hit = document.elementFromPoint(middle.x, middle.y);
    // A line is thinner than the box around it, and a label stands for its field.
    const isHit = hit && (element.contains(hit) || hit.contains(element) || element instanceof SVGElement);
    if (isHit) return middle;
  }
  return null;
}
