/** A proxy that a connection goes through, or may go through. */
export type ProxyLeg = {
  /** Its address, with scheme and port; the variable, as `$HTTPS_PROXY`, where no file shows what it holds. */
  readonly address: string;
  /** False where it is not known whether NO_PROXY names the server, or whether the client takes the proxy. */
  readonly isSure: boolean;
  /** The setting that names it. */
  readonly key: string;
};
