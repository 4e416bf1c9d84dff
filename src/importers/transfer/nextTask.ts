/** Lets a browser do what waits. A timer would wait for milliseconds each time. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      // An open channel keeps a program from ending.
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
