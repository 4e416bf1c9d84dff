/** Whether the page is shown inside of another one, which could have somebody click what they do not see. */
export function isFramed(): boolean {
  return window.top !== window.self;
}

/** Says in the place of the page why it does not start here, and leads to where it does. */
export function refuseFrame(root: HTMLElement): void {
  const link = document.createElement('a');
  link.href = location.href;
  link.target = '_top';
  link.textContent = 'mitmap';
  const words = [
    ['en', 'It does not run inside of another page, which could mislead you about what you click. Open it by itself:'],
    [
      'de',
      'Es läuft nicht innerhalb einer anderen Seite, die Sie darüber täuschen könnte, was Sie anklicken. Öffnen Sie es für sich:',
    ],
  ].map(([lang = '', text = '']) => {
    const paragraph = document.createElement('p');
    paragraph.lang = lang;
    paragraph.textContent = `${text} `;
    paragraph.append(link.cloneNode(true));
    return paragraph;
  });
  const title = document.createElement('h1');
  title.textContent = 'mitmap';
  const main = document.createElement('main');
  main.className = 'starting';
  main.append(title, ...words);
  root.replaceChildren(main);
  root.dataset['failed'] = 'true';
}
