/** Where units, their variables and kubelets' files lie on a machine. */
const usual =
  /^(.*?\/?)((?:etc\/(?:systemd|default|sysconfig|kubernetes|conf\.d)|usr\/(?:local\/)?lib\/systemd|lib\/systemd|run\/systemd|var\/lib\/kubelet)\/.*|etc\/environment)$/;

/**
 * A file's path on the machine that it comes from, and what stands before it: `cp1/etc/default/kubelet` is `/etc/default/kubelet`
 * of `cp1/`. Of a file that lies elsewhere only its name is known, and the directory of drop-ins that it lies in.
 */
export function machinePath(file: string): { readonly root: string; readonly path: string } {
  const found = usual.exec(file);
  if (found) return { root: found[1] ?? '', path: `/${found[2]}` };
  const path = /(?:[^/]+\.service\.d\/)?[^/]*$/.exec(file)?.[0] ?? file;
  return { root: file.slice(0, file.length - path.length), path };
}
