import { forTarget, type ImportedFact } from '../found.ts';
import { field, text } from '../source/fields.ts';
import type { ObjectAt } from '../source/objectAt.ts';

/** Texts of a ConfigMap that may hold settings: others are scripts, certificates and applications’ own files. */
const worthReading = /\bkind["']?\s*:|"kubeletconfig"|kube-apiserver-arg|^scrape_configs:/m;

/** A ConfigMap: whatever configuration its texts are, as in `kubeadm-config`, `kubelet-config` and `kube-proxy`. */
export function readConfigMap(object: ObjectAt): readonly ImportedFact[] {
  const data = field(object.value, 'data');
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([key, content]) => {
    const isWorth = typeof content === 'string' && worthReading.test(content);
    if (!isWorth) return [];
    return object
      .embedded(['data', key])
      .filter(isWanted)
      .map((found) => forTarget(found, { role: 'any' }));
  });
}

/** A task list, an archive index, or whatever else carries a file as a text. */
export function readWrapped(object: ObjectAt): readonly ImportedFact[] {
  const key = typeof field(object.value, 'contents') === 'string' ? 'contents' : 'content';
  return text(field(object.value, key)) ? object.embedded([key]).filter(isWanted) : [];
}

/** What is in an embedded text and not for us is no problem of the file around it. A kubeconfig in it is a component's. */
function isWanted(found: ImportedFact): boolean {
  return found.type !== 'issue' && found.type !== 'client';
}
