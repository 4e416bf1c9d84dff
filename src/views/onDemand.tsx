import { type ComponentType, type ReactNode, useEffect, useState } from 'react';

type Loaded<P> = { readonly default: ComponentType<P> };

/**
 * A component whose code is loaded when it is first shown. React's own `lazy` shows what suspended only 300 milliseconds after
 * the last fallback; this one shows it as soon as it is there.
 * @param fallback what stands in its place meanwhile
 * @throws while rendering what the loading was rejected with
 */
export function onDemand<P extends object>(
  load: () => Promise<Loaded<P>>,
  fallback: (props: P) => ReactNode = () => null,
): ComponentType<P> {
  let loading: Promise<Loaded<P>> | null = null;
  let Component: ComponentType<P> | null = null;
  return function OnDemand(props: P) {
    const [failure, setFailure] = useState<{ readonly reason: unknown } | null>(null);
    const [, setLoaded] = useState(Component !== null);
    useEffect(() => {
      if (Component) return;
      loading ??= load();
      loading.then(
        ({ default: loaded }) => {
          Component = loaded;
          setLoaded(true);
        },
        (reason: unknown) => {
          // The next try may find a network.
          loading = null;
          setFailure({ reason });
        },
      );
    }, []);
    if (failure) throw failure.reason;
    return Component ? <Component {...props} /> : fallback(props);
  };
}
