/** Stands for the nodes of a cluster of which no file shows one. */
export const placeholderNode = 'node';
/** Stands for those of its control plane, where their kubelets have settings of their own. */
export const placeholderControlPlane = 'control-plane-node';
