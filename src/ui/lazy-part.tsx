import { type ComponentType, lazy, useState } from 'react'

/** A component whose code comes when it is first drawn, or ahead of that by `preload`. */
export type LazyPart<Props> = ComponentType<Props> & { preload: () => void }

/** Sets a component apart from what the first visit loads; it has to be drawn inside of `Suspense`. */
export function lazyPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): LazyPart<Props> {
  let loaded: ComponentType<Props> | undefined
  let loading: Promise<{ default: ComponentType<Props> }> | undefined
  // One that failed is tried again, since the network may be back.
  const once = () =>
    (loading ??= load().then(
      (component) => {
        loaded = component
        return { default: component }
      },
      (error: unknown) => {
        loading = undefined
        throw error
      },
    ))
  const Late = lazy<ComponentType<Props>>(once)
  function Part(props: Props) {
    // What is there already is drawn at once; a lazy component is always waited for. It stays the one that it was at first.
    const [Shown] = useState<ComponentType<Props>>(() => loaded ?? Late)
    return <Shown {...props} />
  }
  return Object.assign(Part, { preload: () => void once().catch(() => undefined) })
}
