/** What has to be known of a pod to tell whether it mirrors a static one. */
type NamedPod = { readonly namespace: string; readonly name: string; readonly nodeName: string | null };

/**
 * Names (`namespace/name`) of the manifests whose pods the API shows: the kubelet adds the node's name to that of the
 * manifest [kubernetes.io, Static Pods: mirror pods].
 */
export function manifestNamesOf(pods: readonly NamedPod[]): ReadonlySet<string> {
  return new Set(
    pods.flatMap(({ namespace, name, nodeName }) =>
      nodeName !== null && name.endsWith(nodeName) && name.endsWith(`-${nodeName}`)
        ? [`${namespace}/${name.slice(0, -nodeName.length - 1)}`]
        : [],
    ),
  );
}
