/** The placeholder for nodes that no file shows. */
export const placeholderNode = 'node';
/** The placeholder for control-plane nodes, where their kubelets have settings of their own. */
export const placeholderControlPlane = 'control-plane-node';
